// Where she sleeps now, at the top of the resident's page while a temporary stay is open.

import type { CaseView } from '#domain/case-view.ts'
import type { LocalDate } from '#domain/ids.ts'
import { stayNow } from '#domain/stay-view.ts'
import { dayOfYear } from '#texts/format.ts'
import { Note } from '../parts/cards.tsx'
import { BedIcon } from '../parts/icons.ts'
import { dotted } from '../today/visit-card.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { placeOf } from './front-lines.ts'

export function SleepsNow({ view, today }: { readonly view: CaseView; readonly today: LocalDate }) {
  const say = useSay()
  const language = useLanguage()
  const now = stayNow(view.stays, today)
  if (now === undefined) return null
  return (
    <Note tone="calm" icon={<BedIcon aria-hidden fontSize="1.375rem" />}>
      {dotted(
        say('forms.stays.sleeps', { where: placeOf(now, say) }),
        now.from && say('forms.stays.since', { date: dayOfYear(language, now.from, today) }),
      )}
    </Note>
  )
}
