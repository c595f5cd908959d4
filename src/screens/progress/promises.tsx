// What was promised at visits and what has become of it, the resident's and ours in the same words and the same look, and
// the resident's answer to whether we did our part. Nobody is counted against anybody.

import { useState } from 'react'
import { isId } from '#domain/ids.ts'
import type { Promised, PromiseState } from '#domain/progress.ts'
import { List, ListRow, Section } from '../parts/cards.tsx'
import { Mark, type MarkKind } from '../parts/marks.tsx'
import { WordButton } from '../parts/words.tsx'
import { dotted } from '../today/visit-card.tsx'
import { useDay } from '../use-day.ts'
import { useSay } from '../use-say.tsx'
import { authorName, firstName, type Given } from './given.ts'

const FIRST = 4

export function Promises({ given }: { readonly given: Given }) {
  const say = useSay()
  const { promises } = given.progress
  const sides = [
    { who: firstName(given.view.resident.name), all: promises.resident },
    { who: say('progress.byUs'), all: promises.us },
    { who: say('progress.byOthers'), all: promises.others },
  ].filter(({ all }) => all.length > 0)
  if (sides.length === 0 && given.progress.measures.length === 0) return null
  return (
    <Section title={say('progress.promises')}>
      {sides.length === 0 ? <p className="bf-text bf-subtle">{say('progress.promisesNone')}</p> : null}
      {sides.map(({ who, all }) => (
        <Side key={who} who={who} all={all} given={given} />
      ))}
      <OurPart given={given} />
    </Section>
  )
}

function Side({ who, all, given }: { readonly who: string; readonly all: readonly Promised[]; readonly given: Given }) {
  const say = useSay()
  const [isAll, setAll] = useState(false)
  return (
    <div className="bf-group">
      <h3 className="bf-h2 bf-h2--quiet">{who}</h3>
      <List>
        {(isAll ? all : all.slice(0, FIRST)).map((promised) => (
          <PromisedRow key={promised.id} promised={promised} given={given} />
        ))}
      </List>
      {isAll || all.length <= FIRST ? null : (
        <WordButton
          label={say('progress.of', { words: say('progress.showAll', { n: all.length }), what: who })}
          onPress={() => setAll(true)}
        >
          {say('progress.showAll', { n: all.length })}
        </WordButton>
      )}
    </div>
  )
}

const MARKS: Readonly<Record<PromiseState, MarkKind>> = { kept: 'done', open: 'none', late: 'none', fell_away: 'skipped' }

function PromisedRow({ promised: { title, assignee, due, state }, given }: { readonly promised: Promised; readonly given: Given }) {
  const say = useSay()
  const day = useDay()
  const who = isId(assignee) ? authorName(given, assignee) : assignee === 'resident' ? undefined : assignee
  const by = state !== 'kept' && due !== undefined ? say('progress.promise.by', { date: day(due) }) : undefined
  return <ListRow lead={<Mark is={MARKS[state]} />} title={title} sub={dotted(say(`progress.promise.${state}`), by, who)} />
}

/** Asked at the evaluation, answered by the resident. */
function OurPart({ given }: { readonly given: Given }) {
  const say = useSay()
  const day = useDay()
  const { ourPart } = given.progress
  if (ourPart.length === 0) return null
  const name = firstName(given.view.resident.name)
  return (
    <div className="bf-group">
      <h3 className="bf-h2 bf-h2--quiet">{say('progress.ourPart')}</h3>
      <List>
        {ourPart.map(({ review, measure, text, on, weDid, note }) => (
          <ListRow
            key={`${review} ${measure}`}
            title={text}
            sub={dotted(
              say('progress.ourPartSays', {
                answer: say(`visit.check.${weDid}`),
                name,
                date: on === undefined ? '' : day(on),
              }).trim(),
              note,
            )}
          />
        ))}
      </List>
    </div>
  )
}
