// «Du er i gang hos …»: one tap back to the exact question, with whom, how far it has come, and that it is kept.

import { Suspense } from 'react'
import { Link } from 'react-router'
import type { Id } from '#domain/ids.ts'
import { clockOf, joined } from '#texts/format.ts'
import { lazyScreen } from '../lazy-screen.ts'
import { GoOnIcon } from '../parts/icons-at-once.ts'
import { SaveState } from '../parts/save-state.tsx'
import { nameOf, type Person } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { visitPath } from '../visit/keys.ts'
import type { Running } from './day-plan.ts'

const Where = lazyScreen(() => import('./where.tsx').then((m) => m.Where))

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
  const withWhom = others.length === 0 ? '' : say('today.with', { names: joined(language, others) })
  return (
    <article className="bf-card bf-card--continue">
      <p className="bf-small">{say('today.running')}</p>
      <h2 className="bf-card__title">
        <Link
          to={visitPath(home.lane, visit.id, running.at)}
          className="bf-card__link"
          aria-label={say('today.continueNamed', { name: home.name })}
        >
          {home.name}
        </Link>
      </h2>
      <Suspense fallback={<p className="bf-small">{withWhom}</p>}>
        <Where running={running} withWhom={withWhom} />
      </Suspense>
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
