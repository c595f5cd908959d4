// «Se over»: what is missing that must be there, what was agreed, what was written, and what was not talked about. «Ferdig»
// saves and signs all of it at once, and can be taken back for ten seconds.

import { useEffect } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { type FinishRefusal, mustHave, previousKey } from '#domain/visit-walk.ts'
import { clock } from '#texts/format.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { List, ListRow, Note, Section } from '../parts/cards.tsx'
import { Later } from '../parts/later.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { RowLink, useTitleFocus } from '../parts/visit-parts.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { concernKey, visitPath } from './keys.ts'
import { ReadOnly } from './read-only.tsx'
import { Agreed, NotThisTime, Written } from './review-parts.tsx'
import { useFinish } from './use-finish.ts'
import { savedOf, useHeld } from './use-keeper.ts'
import { type OpenVisit, useVisit, walkOf } from './use-visit.ts'

export function VisitReview() {
  const here = useVisit()
  if (here === 'loading') return <Loading />
  if (here === 'missing') return <NotHere />
  const { keeper } = here
  return keeper ? <Review open={{ ...here, keeper }} /> : <Navigate replace to={paths.visit(here.lane, here.visit.id)} />
}

function Review({ open }: { readonly open: OpenVisit }) {
  const say = useSay()
  const held = useHeld(open.keeper)
  const walk = walkOf(open, held.content)
  const navigate = useNavigate()
  const { keeper, lane, visit } = open
  useTitleFocus('review')
  useEffect(() => {
    const now = keeper.held().content
    if (now.at !== 'review') keeper.place({ ...now, at: 'review' })
  }, [keeper])
  const { finish, refusal, isBusy } = useFinish(open)
  const time = visit.start ? ` · ${clock(visit.start)}` : ''
  return (
    <Screen
      header={{
        title: say('visit.look'),
        sub: `${say('visit.theVisitAt', { name: open.around.residentName })}${time}`,
        back: paths.visit(lane, visit.id),
      }}
      bar={
        <Bar state={<SaveState saved={savedOf(held)} />}>
          <OutlineButton onPress={() => void navigate(visitPath(lane, visit.id, previousKey(walk, 'review') ?? 'overview'))}>
            {say('shell.back')}
          </OutlineButton>
          {held.isElsewhere ? null : (
            <MainButton isBusy={isBusy} onPress={() => void finish()}>
              {say('visit.finish')}
            </MainButton>
          )}
        </Bar>
      }
    >
      <ReadOnly held={held}>{null}</ReadOnly>
      <Missing open={open} missing={mustHave(walk, held.content.concerns)} />
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
      <Agreed open={open} walk={walk} />
      <Later>
        <Written open={open} walk={walk} />
        <NotThisTime open={open} walk={walk} />
      </Later>
    </Screen>
  )
}

/** The few things that stop «Ferdig», each with a way to it. */
function Missing({ open, missing }: { readonly open: OpenVisit; readonly missing: readonly FinishRefusal[] }) {
  const say = useSay()
  if (missing.length === 0) return null
  const pathOf = (one: FinishRefusal) => {
    const isConcern = one.kind === 'needsConcernAction' || one.kind === 'needsConcernReason'
    return visitPath(open.lane, open.visit.id, isConcern && one.concern ? concernKey(one.concern) : one.at)
  }
  return (
    <Section title={say('visit.missing')}>
      <Note tone="care">{say('visit.missingHelp')}</Note>
      <List>
        {missing.map((one) => (
          <ListRow
            key={`${one.kind} ${one.at}`}
            title={say(`visit.${one.kind}`)}
            sub={'code' in one && one.code ? say(`term.concernCode.${one.code}`) : undefined}
            end={
              <RowLink to={pathOf(one)} label={say('visit.openNamed', { what: say(`visit.${one.kind}`) })}>
                {say('visit.open')}
              </RowLink>
            }
          />
        ))}
      </List>
    </Section>
  )
}
