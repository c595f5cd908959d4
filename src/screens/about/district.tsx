// «Bydel»: the office's own list in one tap, or another one in one's own words.

import { districtsOf } from '../agencies.ts'
import { ShortText } from '../parts/fields.tsx'
import { Chips } from '../parts/visit-parts.tsx'
import { useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'

interface DistrictProps {
  readonly label: string
  readonly value: string
  readonly onChange: (district: string, when: 'now' | 'soon') => void
}
export function District({ label, value, onChange }: DistrictProps) {
  const say = useSay()
  const known = districtsOf(useAnswer({ ask: 'sending' })?.office ?? [])
  return (
    <>
      <ShortText label={label} value={value} onChange={(typed) => onChange(typed, 'soon')} />
      {known.length === 0 ? null : (
        <Chips
          label={`${say('about.fromOffice')}: ${label}`}
          isLabelHidden
          options={known.map(({ name }) => ({ code: name, text: name }))}
          chosen={known.find(({ name }) => name === value)?.name}
          onChoose={(name) => onChange(name ?? '', 'now')}
        />
      )}
    </>
  )
}
