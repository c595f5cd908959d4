// «Hva har gått ut»: everything that was given to somebody, by person, with what was shown; what the office would not let
// pass stands apart as not given.

import { type GivenCopy, readCopies } from '#domain/copies.ts'
import { byName, longDate } from '#texts/format.ts'
import { Empty, List, ListRow, Note, Section } from '../parts/cards.tsx'
import { Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import type { OfConsents } from './consents.tsx'

export function Copies({ answer, view }: OfConsents) {
  const say = useSay()
  const all = readCopies(answer.rows)
  const isHeld = ({ change }: GivenCopy): boolean => change !== undefined && answer.states.get(change) === 'held'
  const given = all.filter((copy) => !isHeld(copy))
  const held = all.filter(isHeld)
  const names = [...new Set(given.map(({ to }) => to))].sort(byName)
  return (
    <Screen header={{ title: say('consents.copies'), sub: view.resident.name, back: paths.consents(view.lane) }}>
      {all.length === 0 ? <Empty>{say('consents.copiesNone')}</Empty> : null}
      {held.length === 0 ? null : (
        <Section title={say('consents.copiesHeld')}>
          <Note tone="care">{say('consents.copiesHeldHelp')}</Note>
          <Rows copies={held} isNamed />
        </Section>
      )}
      {names.map((name) => (
        <Section key={name} title={say('consents.copiesTo', { name })}>
          <Rows copies={given.filter(({ to }) => to === name)} />
        </Section>
      ))}
    </Screen>
  )
}

function Rows({ copies, isNamed = false }: { readonly copies: readonly GivenCopy[]; readonly isNamed?: boolean }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <List>
      {copies.map(({ id, kind, to, how, on, shown }) => (
        <ListRow
          key={id}
          title={[isNamed ? to : undefined, kind && say(`term.paperKind.${kind}`)].filter(Boolean).join(': ')}
          sub={
            <>
              {say('consents.copiesSub', { how: how ? say(`term.handedHow.${how}`) : '', on: on && longDate(language, on) })}
              {shown.map((title) => (
                <span key={title} className="bf-shown">
                  {title}
                </span>
              ))}
            </>
          }
        />
      ))}
    </List>
  )
}
