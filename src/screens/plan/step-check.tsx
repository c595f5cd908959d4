// «Slik ble planen»: everything that was said, what is still missing, and on to reading it together. It may be kept as a
// draft with anything missing; nothing is lost for being unfinished.

import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { isId } from '#domain/ids.ts'
import { type MeasureDraft, mainGoals, subGoals } from '#domain/plan-draft.ts'
import { joined, longDate } from '#texts/format.ts'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { List, Section } from '../parts/cards.tsx'
import { Bar } from '../parts/shell.tsx'
import { Question, RowLink, WrittenRow } from '../parts/visit-parts.tsx'
import { WordButton } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { nameOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { Editing } from './editing.tsx'
import { frequencyWords } from './measures.tsx'
import { closePlan } from './plan-draft.ts'
import { Problems, useProblems } from './problems.tsx'
import { partOf, stepPath } from './steps.ts'
import { useSavePlan } from './use-save-plan.ts'

export function StepCheck({ editing }: { readonly editing: Editing }) {
  const say = useSay()
  const { view, answer, plan } = editing
  const { problems } = useProblems(view, answer, plan)
  const told = problems.filter(({ kind }) => kind !== 'participateMissing')
  return (
    <>
      <Question of="check">{say('planEdit.check')}</Question>
      {told.length === 0 ? null : (
        <Section title={say('planEdit.lookAt')}>
          <Problems problems={told} lane={view.lane} />
        </Section>
      )}
      <Summary editing={editing} />
      <Discard editing={editing} />
    </>
  )
}

/** A draft may be kept as it is; reading together comes before any yes. */
export function CheckBar({ editing, state }: { readonly editing: Editing; readonly state: ReactNode }) {
  const say = useSay()
  const navigate = useNavigate()
  const { view, plan } = editing
  const { save, refusal, isBusy, hasNothing } = useSavePlan(editing)
  return (
    <Bar state={refusal ? <span>{say(`refusal.${refusal}`)}</span> : hasNothing ? <span>{say('planEdit.noChanges')}</span> : state}>
      <OutlineButton isBusy={isBusy} isDisabled={hasNothing} onPress={() => void save(() => void navigate(paths.plan(view.lane)))}>
        {say('planEdit.keepDraft')}
      </OutlineButton>
      <MainButton
        isBusy={isBusy}
        isDisabled={hasNothing}
        onPress={() => void save(() => void navigate(paths.plan(view.lane, 'read', plan.plan)))}
      >
        {say('plan.readTogether')}
      </MainButton>
    </Bar>
  )
}

function Summary({ editing: { plan, view, people } }: { readonly editing: Editing }) {
  const say = useSay()
  const language = useLanguage()
  const rows = [
    { at: 'wish', label: say('planEdit.step.wish'), lines: [...new Set([plan.wish, ...mainGoals(plan).map(({ text }) => text)])] },
    { at: 'first', label: say('planEdit.step.first'), lines: subGoals(plan).map(({ text }) => text) },
    { at: 'expect', label: say('plan.iDo'), lines: [plan.onResident] },
    { at: 'expect', label: say('plan.weDo'), lines: [plan.onServices] },
    {
      at: 'long',
      label: say('planEdit.step.long'),
      lines: [plan.startDate, plan.endDate].map((day) => (day ? longDate(language, day) : '–')),
    },
    {
      at: 'meet',
      label: say('planEdit.step.meet'),
      lines: [plan.oftenText || (plan.often ? frequencyWords(plan.often, say, language) : '')],
    },
    { at: 'review', label: say('planEdit.step.review'), lines: [plan.nextReview ? longDate(language, plan.nextReview) : ''] },
  ]
  const who = (measure: MeasureDraft) =>
    joined(
      language,
      measure.responsible.map((one) => (one === 'resident' ? view.resident.name : isId(one) ? nameOf(people, one) : one)),
    )
  const often = ({ frequency }: MeasureDraft) => (frequency ? frequencyWords(frequency, say, language) : '')
  return (
    <List>
      {rows.map(({ at, label, lines }) => (
        <Row key={label} label={label} lines={lines} to={stepPath(view.lane, at)} />
      ))}
      {plan.measures.map((measure) => (
        <Row
          key={measure.id}
          label={say(`term.measureKind.${measure.kind}`)}
          lines={[measure.text, [who(measure), often(measure)].filter(Boolean).join(' · ')]}
          to={stepPath(view.lane, partOf(measure.id, 'what'))}
        />
      ))}
    </List>
  )
}

function Row({ label, lines, to }: { readonly label: string; readonly lines: readonly string[]; readonly to: string }) {
  const say = useSay()
  const there = lines.filter(Boolean)
  const end = (
    <RowLink to={to} label={say('planEdit.changeNamed', { what: label })}>
      {say('planEdit.change')}
    </RowLink>
  )
  return <WrittenRow question={label} lines={there.length > 0 ? there : ['–']} end={end} />
}

/** What was not saved yet is thrown away; the plan itself stands as it did. */
function Discard({ editing: { view, keeper } }: { readonly editing: Editing }) {
  const say = useSay()
  const casebook = useCasebook()
  const navigate = useNavigate()
  const discard = async () => {
    closePlan(casebook, view.lane)
    await casebook.dropDraft(keeper.id)
    void navigate(paths.plan(view.lane))
  }
  return <WordButton onPress={() => void discard()}>{say('planEdit.discard')}</WordButton>
}
