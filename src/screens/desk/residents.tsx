// Everybody one follows, by name: where, the next visit, and what needs a look. No health, no children, no amounts.

import { Link } from 'react-router'
import { dateOf } from '#domain/ids.ts'
import type { CaseSummary } from '#domain/summary.ts'
import { byName, clock, inSentence, shortDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { DeskHead } from '../parts/desk-frame.tsx'
import { DeskLink } from '../parts/desk-link.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'
import { useDesk } from './desk-state.tsx'
import { inboxOf } from './inbox-items.ts'

export function DeskResidents() {
  const say = useSay()
  const answer = useAnswer({ ask: 'residents' })
  const all = [...(answer?.summaries ?? [])].sort((a, b) => byName(a.name, b.name))
  const sub = answer === undefined ? undefined : say('office.count', { n: all.length })
  return (
    <>
      <DeskHead
        title={say('office.title')}
        sub={all.length === 0 ? undefined : sub}
        acts={<DeskLink to={paths.newResident}>{say('about.new')}</DeskLink>}
      />
      <div className="body">
        {answer === undefined ? (
          <p role="status">{say('desk.loading')}</p>
        ) : all.length === 0 ? (
          <p className="gone">{say('office.empty')}</p>
        ) : (
          <People all={all} />
        )}
      </div>
    </>
  )
}

function People({ all }: { readonly all: readonly CaseSummary[] }) {
  const say = useSay()
  return (
    <table className="people num">
      <caption className="sr">{say('office.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('office.name')}</th>
          <th scope="col">{say('office.where')}</th>
          <th scope="col">{say('office.next')}</th>
          <th scope="col">{say('office.look')}</th>
        </tr>
      </thead>
      <tbody>
        {all.map((one) => (
          <PersonRow key={one.lane} one={one} />
        ))}
      </tbody>
    </table>
  )
}

function PersonRow({ one }: { readonly one: CaseSummary }) {
  const say = useSay()
  const language = useLanguage()
  const { me } = useDesk()
  const next = one.visits.find((visit) => visit.status === 'planned' && visit.start !== undefined)?.start
  const tenure = termOf(say, 'tenureType', one.tenure)
  const { concerns, versions, visits } = inboxOf([one], me)
  const look = [
    ...(concerns.length > 0 ? [say('office.concerns', { n: concerns.length })] : []),
    ...(versions.length > 0 ? [say('office.versions', { n: versions.length })] : []),
    ...(visits.length > 0 ? [say('office.unread', { n: visits.length })] : []),
  ]
  return (
    <tr>
      <th scope="row">
        <Link to={paths.resident(one.lane)}>{one.name}</Link>
      </th>
      <td>
        {one.address} <span className="sub">{tenure && inSentence(tenure)}</span>
      </td>
      <td>
        {next === undefined ? (
          <span className="gone">{say('office.nextNone')}</span>
        ) : (
          say('desk.dayAt', { day: shortDate(language, dateOf(next)), time: clock(next) })
        )}
      </td>
      <td>{look.length === 0 ? <span className="gone">{say('office.nothing')}</span> : look.join(' · ')}</td>
    </tr>
  )
}
