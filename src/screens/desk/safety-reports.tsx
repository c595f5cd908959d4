// «Sikkerhetsmeldinger» under Oppsett: what workers told of their own safety, for the leader who coordinates the case, and
// one's own. The office decides who is shown what, and logs who read it (DOMAIN.md 2.19; 4.4, C-STAFF). The two-worker rule
// is looked at again where it stands, at the resident.

import type { Answer } from '#device/casebook.ts'
import { readSafetyReports, type SafetyReportView } from '#domain/safety-reports.ts'
import { shortDate } from '#texts/format.ts'
import { Sec } from '../parts/desk-bits.tsx'
import { DeskLink } from '../parts/desk-link.tsx'
import { paths } from '../paths.ts'
import { nameOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'
import { useDesk } from './desk-state.tsx'
import { whenWords } from './when.ts'

/** Where nobody is a leader, it is there only when one has written something oneself. */
export function SafetyReports() {
  const say = useSay()
  const { people, me } = useDesk()
  const answer = useAnswer({ ask: 'safety' })
  const reports = readSafetyReports(answer?.rows.values() ?? [])
  const isLeader = people.get(me)?.roles.includes('leader') ?? false
  if (answer === undefined || (reports.length === 0 && !isLeader)) return null
  return (
    <Sec title={say('safety.title')}>
      <p className="sub">{say('safety.help')}</p>
      {reports.length === 0 ? <p className="gone">{say('safety.none')}</p> : null}
      <ul className="list">
        {reports.map((report) => (
          <Report key={report.id} report={report} answer={answer} />
        ))}
      </ul>
    </Sec>
  )
}

function Report({ report, answer }: { readonly report: SafetyReportView; readonly answer: Answer }) {
  const say = useSay()
  const language = useLanguage()
  const { people } = useDesk()
  const { by, at, lane, felt, what } = report
  const home = answer.summaries.find((one) => one.lane === lane)
  const who = [by && nameOf(people, by), at && whenWords({ say, language, today: answer.today }, at), home?.name]
    .filter(Boolean)
    .join(' · ')
  const feltWords = felt === 'a_bit' || felt === 'no' ? say(`safety.felt.${felt}`) : undefined
  return (
    <li>
      <p className="sub num">{who}</p>
      {feltWords === undefined ? null : <p>{feltWords}</p>}
      <p className="said">{what ?? say(home === undefined ? 'safety.wordsHidden' : 'safety.noWords')}</p>
      <p className="sub num">{toldWords(report, say, language)}</p>
      {home === undefined ? null : (
        <p>
          {home.safety === 'two_workers' || home.safety === 'not_alone_not_home' ? `${say('safety.two')} ` : null}
          <DeskLink to={paths.resident(home.lane)}>{say('safety.open', { name: home.name })}</DeskLink>
        </p>
      )}
    </li>
  )
}

function toldWords(
  { toldOn, toldHow }: SafetyReportView,
  say: ReturnType<typeof useSay>,
  language: ReturnType<typeof useLanguage>,
): string {
  if (toldOn === undefined) return say('safety.notTold')
  return [say('safety.told', { day: shortDate(language, toldOn) }), toldHow].filter(Boolean).join(' · ')
}
