// Where two have written differently: both stand on the page, neither is chosen, and one tap leads to settling it.

import type { CaseView, TwoVersions } from '#domain/case-view.ts'
import { fieldsOf, type HomePart, placeOf } from '#domain/home-fields.ts'
import type { HomeForm } from '#domain/home-form.ts'
import { homeRows } from '#domain/home-form.ts'
import type { Id } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { capital } from '#texts/format.ts'
import { LinkRow, List } from '../parts/cards.tsx'
import { VersionsIcon } from '../parts/icons.ts'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { fieldWords, valueWords } from '../versions/value-words.ts'

const NOBODY = new Map<never, never>()

/** The questions about the registers a page holds. */
export function twoOf(view: CaseView, part: HomePart, recs: readonly Id[]): readonly TwoVersions[] {
  const places = fieldsOf(part).map(placeOf)
  return view.twoVersions.filter(
    (two) => recs.includes(two.rec) && places.some(({ type, field }) => type === two.type && field === two.field),
  )
}
export const recsNow = (rows: Iterable<RecordRow>): readonly Id[] => Object.values(homeRows(rows)).map((row) => row.id)

export function TwoStand({ view, form }: { readonly view: CaseView; readonly form: HomeForm }) {
  return <TwoRows view={view} two={twoOf(view, form.part, Object.values(form.recs))} />
}

export function TwoRows({ view, two }: { readonly view: CaseView; readonly two: readonly TwoVersions[] }) {
  const say = useSay()
  const language = useLanguage()
  if (two.length === 0) return null
  const context = { say, language, people: NOBODY, resident: view.resident.name }
  return (
    <List>
      {two.map(({ rec, type, field, versions }) => (
        <LinkRow
          key={`${rec} ${field}`}
          to={paths.versions(view.lane)}
          lead={<VersionsIcon aria-hidden fontSize="1.5rem" />}
          title={say('about.twoOf', {
            label: capital(fieldWords(say, type, field)),
            versions: say('about.or', { versions: versions.map(({ v }) => valueWords(type, field, v, context)) }),
          })}
          sub={say('about.two')}
        />
      ))}
    </List>
  )
}
