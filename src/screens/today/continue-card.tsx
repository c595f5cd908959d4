// «Du er i gang hos …»: one tap back to the exact question. How far it has come is read by the visit's own screens; here
// stand who, with whom, and that it is kept.

import { Link } from 'react-router'
import type { Id, LaneId } from '#domain/ids.ts'
import { clockOf, joined } from '#texts/format.ts'
import { GoOnIcon } from '../parts/icons.ts'
import { SaveState } from '../parts/save-state.tsx'
import { paths } from '../paths.ts'
import { nameOf, type Person } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import type { Running } from './day-plan.ts'

export function ContinueCard({
  running,
  people,
  me,
}: {
  readonly running: Running
  readonly people: ReadonlyMap<Id, Person>
  readonly me: Id
}) {
  const say = useSay()
  const language = useLanguage()
  const { home, visit, draft } = running
  const others = visit.workers.filter((worker) => worker !== me).map((worker) => nameOf(people, worker))
  return (
    <article className="bf-card bf-card--continue">
      <p className="bf-small">{say('today.running')}</p>
      <h2 className="bf-card__title">
        <Link
          to={placePath(home.lane, visit.id, running.at)}
          className="bf-card__link"
          aria-label={say('today.continueNamed', { name: home.name })}
        >
          {home.name}
        </Link>
      </h2>
      {others.length === 0 ? null : <p className="bf-small">{say('today.with', { names: joined(language, others) })}</p>}
      <div className="bf-card__foot">
        <SaveState saved={{ state: 'saved', time: clockOf(draft.at) }} />
        <span className="bf-row bf-strong" aria-hidden>
          {say('today.continue')}
          <GoOnIcon aria-hidden fontSize="1.5rem" />
        </span>
      </div>
    </article>
  )
}

/** The exact question a draft stands on. */
export function placePath(lane: LaneId, visit: Id, at: string): string {
  if (at === 'overview') return paths.visit(lane, visit)
  return at === 'review' ? paths.review(lane, visit) : paths.step(lane, visit, encodeURIComponent(at))
}
