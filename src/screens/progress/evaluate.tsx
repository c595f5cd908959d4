// The one button of «Slik går det». On the phone: the evaluation as a visit, made now or the one that is agreed already; at
// the desk: agreed for those who visit. Filled when it is due; when a new version is decided, that is the next thing.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import { isOpenOn } from '#domain/deadlines.ts'
import { dateOf, isLocalDateTime, type LocalDate, localDateTime } from '#domain/ids.ts'
import { evaluationAhead, planEvaluation } from '#domain/progress-acts.ts'
import { clock, clockOf, weekdayDate } from '#texts/format.ts'
import { MainButton, MainLink, OutlineButton } from '../parts/button.tsx'
import { ShortText } from '../parts/fields.tsx'
import { Bar } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { useRecording } from '../use-recording.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { Given } from './given.ts'

export function EvaluateBar({ given }: { readonly given: Given }) {
  const { kind } = useCasebook()
  return kind === 'desk' ? <AtDesk given={given} /> : <OnPhone given={given} />
}

/** Decided at the last evaluation of this very plan. */
const isNextVersionDue = ({ view, progress }: Given): boolean => {
  const last = progress.reviews.find(({ plan, decision }) => plan === view.plan?.id && decision !== undefined)
  return view.plan?.status === 'in_evaluation' && (last?.decision === 'renew' || last?.decision === 'change')
}

const isDue = (given: Given): boolean =>
  given.view.plan?.status === 'in_evaluation' || given.deadlines.some((one) => one.rule === 'D7' && isOpenOn(one, given.answer.today))

function OnPhone({ given }: { readonly given: Given }) {
  const say = useSay()
  const navigate = useNavigate()
  const { view } = given
  const { make, refusal, isBusy } = useEvaluation(given)
  const ahead = evaluationAhead(view)
  const words = say(ahead?.status === 'in_progress' ? 'progress.goOn' : 'progress.evaluate')
  const press = () => (ahead ? navigate(paths.visit(view.lane, ahead.id)) : make())
  const isNext = isNextVersionDue(given)
  const Evaluate = isDue(given) && !isNext ? MainButton : OutlineButton
  return (
    <Bar state={refusal === undefined ? undefined : say(`refusal.${refusal}`)}>
      <Evaluate isBusy={isBusy} onPress={() => void press()}>
        {words}
      </Evaluate>
      {isNext ? <MainLink to={paths.plan(view.lane, 'make')}>{say('progress.makeNext')}</MainLink> : null}
    </Bar>
  )
}

/** The guides weigh more than this screen, so they come when they are needed. */
const evaluationGuide = async (today: LocalDate) => (await import('#guides/registry.ts')).guideFor('plan_review', today)

/** Made now, by the one who stands there; those who visited last are not sent anywhere. */
function useEvaluation({ view }: Given) {
  const casebook = useCasebook()
  const navigate = useNavigate()
  const { record, refusal, isBusy } = useRecording()
  const make = async () => {
    const today = casebook.today()
    const guide = await evaluationGuide(today)
    if (!guide) return
    const visit = casebook.newId()
    const start = localDateTime(`${today}T${clockOf(casebook.now()).replace('.', ':')}`)
    const planning = { visit, start, workers: [casebook.me], guide: { code: guide.code, version: guide.version } }
    if (await record([planEvaluation(view, planning)], { atOnce: true })) void navigate(paths.visit(view.lane, visit))
  }
  return { make, refusal, isBusy }
}

function AtDesk({ given }: { readonly given: Given }) {
  const say = useSay()
  const language = useLanguage()
  const { view } = given
  const [isOpen, setOpen] = useState(false)
  const ahead = evaluationAhead(view)
  const isNext = isNextVersionDue(given)
  const when = ahead?.start && `${weekdayDate(language, dateOf(ahead.start), given.answer.today)} ${clock(ahead.start)}`
  const Agree = isDue(given) && !isNext ? MainButton : OutlineButton
  return (
    <Bar state={when === undefined ? say('progress.atDesk') : say('progress.planned', { when })}>
      {isOpen && !ahead ? <AgreeForm given={given} onDone={() => setOpen(false)} /> : null}
      {ahead || isOpen ? null : <Agree onPress={() => setOpen(true)}>{say('progress.agree')}</Agree>}
      {isNext ? <MainLink to={paths.plan(view.lane, 'make')}>{say('progress.makeNext')}</MainLink> : null}
    </Bar>
  )
}

/** For those who were there last; a day and a time are all it takes. */
function AgreeForm({ given, onDone }: { readonly given: Given; readonly onDone: () => void }) {
  const say = useSay()
  const casebook = useCasebook()
  const { record, refusal, isBusy } = useRecording()
  const [day, setDay] = useState('')
  const [time, setTime] = useState('10:00')
  const start = `${day}T${time}`
  const save = async () => {
    const guide = await evaluationGuide(casebook.today())
    if (!guide || !isLocalDateTime(start)) return
    const workers = given.view.visits.find((visit) => visit.workers.length > 0)?.workers ?? []
    const planning = { visit: casebook.newId(), start, workers, guide: { code: guide.code, version: guide.version } }
    if (await record([planEvaluation(given.view, planning)], { text: say('progress.agreed') })) onDone()
  }
  return (
    <>
      <ShortText kind="date" label={say('progress.day')} value={day} onChange={setDay} />
      <ShortText kind="time" label={say('progress.time')} value={time} onChange={setTime} />
      <MainButton isBusy={isBusy} isDisabled={!isLocalDateTime(start)} onPress={() => void save()}>
        {say('progress.agree')}
      </MainButton>
      {refusal === undefined ? null : <p className="bf-small">{say(`refusal.${refusal}`)}</p>}
    </>
  )
}
