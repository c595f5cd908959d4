// «Etat eller sted»: one's own words, or one tap on an agency the office knows, which also brings its number where none stands.

import type { Answer } from '#device/casebook.ts'
import { type Agency, agenciesFor } from '../agencies.ts'
import { ShortText } from '../parts/fields.tsx'
import { Chips } from '../parts/visit-parts.tsx'
import { useSay } from '../use-say.tsx'

interface Typed {
  readonly agency: string
  readonly phone: string
}
interface AgencyFieldProps {
  readonly office: Answer['office']
  readonly held: Typed & { readonly role: string | undefined }
  readonly onChange: (set: Partial<Typed>) => void
}

export function AgencyField({ office, held, onChange }: AgencyFieldProps) {
  const say = useSay()
  const offered = agenciesFor(office, held.agency, held.role)
  const chosen = offered.find(({ name }) => name === held.agency)
  const choose = (code: string | undefined) =>
    onChange(
      chosenIs(
        offered.find(({ id }) => id === code),
        chosen,
        held,
      ),
    )
  return (
    <>
      <ShortText label={say('group.agency')} value={held.agency} onChange={(agency) => onChange({ agency })} />
      {offered.length === 0 ? null : (
        <Chips
          label={say('group.agencies')}
          options={offered.map(({ id, name }) => ({ code: id, text: name }))}
          chosen={chosen?.id}
          onChoose={choose}
        />
      )}
    </>
  )
}

/** A number somebody wrote stays; one that came with the agency goes with it. */
function chosenIs(now: Agency | undefined, before: Agency | undefined, { phone }: Typed): Typed {
  const isOwn = phone.trim() !== '' && phone !== before?.phone
  return { agency: now?.name ?? '', phone: isOwn ? phone : (now?.phone ?? '') }
}
