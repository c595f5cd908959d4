// One payment arrangement: what it says, who has said yes, what comes next, and its instalments ticked off as they are
// paid.

import { useState } from 'react'
import { useParams } from 'react-router'
import type { ArrangementView } from '#domain/case-view-money.ts'
import type { ArrangementStatus } from '#domain/codes.ts'
import { moveArrangement, nextSteps, type PaymentRefusal, payInstalment } from '#domain/payment-acts.ts'
import { inSentence } from '#texts/format.ts'
import { NotHere } from '../not-here.tsx'
import { Act, Acts } from '../parts/acts.tsx'
import { MainButton } from '../parts/button.tsx'
import { LinkRow, List, Note, Section } from '../parts/cards.tsx'
import { PrintIcon } from '../parts/icons.ts'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { useRecording } from '../use-recording.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { VersionsRow } from '../versions/versions-row.tsx'
import type { OfForms } from './form-screen.tsx'
import { arrangementLine } from './front-lines.ts'
import { type Acting, Agreed, Facts, Instalments, type OneProps } from './payment-parts.tsx'

export function Arrangement(given: OfForms) {
  const { of } = useParams()
  const one = given.view.arrangements.find(({ id }) => id === of)
  return one === undefined ? <NotHere /> : <Opened {...given} one={one} />
}

function Opened({ answer, view, one }: OneProps) {
  const say = useSay()
  const language = useLanguage()
  const { record, refusal, isBusy } = useRecording()
  const [problem, setProblem] = useState<PaymentRefusal['kind']>()
  const { newId } = useCasebook()
  const w = { rows: answer.rows, today: answer.today, newId }
  const act: Acting['act'] = (decided, text) => {
    setProblem(decided.ok ? undefined : decided.refusal.kind)
    if (decided.ok) void record(decided.value, { text })
  }
  const move = (to: ArrangementStatus) =>
    act(moveArrangement(one.id, to, w), say('forms.payment.moved', { status: inSentence(say(`term.arrangementStatus.${to}`)) }))
  const mayStart = one.status === 'proposed' && !one.isTwo
  return (
    <Screen
      className="bf-page"
      header={{ title: one.creditor ?? say('forms.payment.one'), sub: view.resident.name, back: paths.forms(view.lane, 'payment') }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        mayStart ? (
          <Bar>
            <MainButton isBusy={isBusy} onPress={() => move('active')}>
              {say('forms.payment.start')}
            </MainButton>
          </Bar>
        ) : undefined
      }
    >
      <p className="bf-text bf-strong">{arrangementLine(one, { say, language, today: answer.today })}</p>
      {one.isTwo ? (
        <List>
          <VersionsRow lane={view.lane} />
        </List>
      ) : null}
      <Facts view={view} one={one} />
      {mayStart ? <Agreed answer={answer} view={view} one={one} act={act} /> : null}
      {problem === undefined ? null : (
        <div role="alert">
          <Note tone="care">{say(`forms.refuse.${problem}`)}</Note>
        </div>
      )}
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
      <Instalments
        answer={answer}
        view={view}
        one={one}
        onTick={(term) =>
          act(
            payInstalment(one.id, term, term.paid === undefined ? answer.today : undefined, w),
            say(term.paid === undefined ? 'forms.arrears.paidSaid' : 'forms.arrears.unpaidSaid'),
          )
        }
      />
      {mayStart ? null : <Onward one={one} onMove={move} />}
      <List>
        <LinkRow
          to={paths.papers(view.lane, 'agreement', one.id)}
          lead={<PrintIcon aria-hidden fontSize="1.5rem" />}
          title={say('forms.print')}
        />
      </List>
    </Screen>
  )
}

function Onward({ one, onMove }: { readonly one: ArrangementView; readonly onMove: (to: ArrangementStatus) => void }) {
  const say = useSay()
  const steps = nextSteps(one)
  if (steps.length === 0) return null
  return (
    <Section title={say('forms.payment.onward')}>
      <Acts>
        {steps.map((to) =>
          to === 'proposed' ? null : (
            <Act key={to} onPress={() => onMove(to)} {...(to === 'broken' ? { hint: say('forms.payment.brokenHelp') } : {})}>
              {say(`forms.payment.to.${to}`)}
            </Act>
          ),
        )}
      </Acts>
    </Section>
  )
}
