// «Gi eller flytt saken»: what, from whom, to whom, one line of why, and in plain words what happens then. The button
// repeats the choice. Moving is one step at the office, so nobody is without the case in between.

import { useState } from 'react'
import type { LaneAccess } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { Id } from '#domain/ids.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { ChoiceList } from '../parts/desk-choices.tsx'
import { DeskDialog } from '../parts/desk-dialog.tsx'
import { DeskField } from '../parts/desk-field.tsx'
import { nameOf } from '../people.ts'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { ACCESS_MODES, type AccessChoice, type AccessStep, accessStep, canGet, canLose, hasCase, leavesNobody } from './access-change.ts'
import { useDesk } from './desk-state.tsx'

interface DialogProps {
  readonly view: CaseView
  readonly access: readonly LaneAccess[]
  readonly onClose: () => void
}
const NOTHING: AccessChoice = { mode: undefined, from: undefined, to: undefined }

export function AccessDialog({ view, access, onClose }: DialogProps) {
  const say = useSay()
  const { people } = useDesk()
  const [choice, setChoice] = useState(NOTHING)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<'pick' | 'why'>()
  const { isBusy, refusal, change } = useChanging(view)
  const step = accessStep(choice, access, people)
  const finish = async () => {
    setMissing(step === undefined ? 'pick' : reason.trim() === '' ? 'why' : undefined)
    if (step !== undefined && reason.trim() !== '' && (await change(step, reason.trim()))) onClose()
  }
  return (
    <DeskDialog title={say('access.dialog', { name: view.resident.name })} onClose={onClose}>
      <form
        className="held-decision access-form"
        onSubmit={(event) => {
          event.preventDefault()
          void finish()
        }}
      >
        <Choices access={access} choice={choice} onChoose={setChoice} />
        <DeskField label={say('access.reason')} value={reason} onChange={setReason} />
        {step === undefined ? null : <Consequence step={step} choice={choice} access={access} />}
        <div className="row wrap">
          <DeskButton tone="main" isBusy={isBusy} isSubmit>
            {doWords(choice, step, (id) => nameOf(people, id), say)}
          </DeskButton>
          <span className="unsaved" role="alert">
            {refusal !== undefined ? say(`held.refused.${refusal}`) : ''}
            {missing === 'pick' && step === undefined ? say('access.pick') : ''}
            {missing === 'why' && reason.trim() === '' ? say('held.pickWhy') : ''}
          </span>
        </div>
      </form>
    </DeskDialog>
  )
}

function Choices({
  access,
  choice,
  onChoose,
}: {
  readonly access: readonly LaneAccess[]
  readonly choice: AccessChoice
  readonly onChoose: (choice: AccessChoice) => void
}) {
  const say = useSay()
  const { people } = useDesk()
  const { mode, from, to } = choice
  const losers = canLose(access).map((user) => ({ code: user, text: nameOf(people, user) }))
  const getters = canGet(people.values(), access, choice).map(({ id, name }) => ({
    code: id,
    text: name,
    ...(hasCase(access, id) ? { hint: say('access.has') } : {}),
  }))
  const idOf = (all: readonly { readonly code: Id }[], code: string) => all.find((one) => one.code === code)?.code
  return (
    <>
      <ChoiceList
        legend={say('access.mode')}
        options={ACCESS_MODES.map((code) => ({ code, text: say(`access.mode.${code}`) }))}
        chosen={mode}
        onChoose={(code) => onChoose({ ...NOTHING, mode: ACCESS_MODES.find((one) => one === code) })}
      />
      {mode === 'move' || mode === 'take' ? (
        <ChoiceList
          legend={say('access.from')}
          options={losers}
          chosen={from}
          onChoose={(code) => onChoose({ ...choice, from: idOf(losers, code), to: to === code ? undefined : to })}
        />
      ) : null}
      {mode === 'give' && getters.length === 0 ? <p className="gone">{say('access.toNobody')}</p> : null}
      {(mode === 'move' && from !== undefined) || (mode === 'give' && getters.length > 0) ? (
        <ChoiceList
          legend={say('access.to')}
          options={getters}
          chosen={to}
          onChoose={(code) => onChoose({ ...choice, to: idOf(getters, code) })}
        />
      ) : null}
    </>
  )
}

/** «Marit mister saken på telefonen ved neste kontakt. …» */
function Consequence({
  step,
  choice,
  access,
}: {
  readonly step: AccessStep
  readonly choice: AccessChoice
  readonly access: readonly LaneAccess[]
}) {
  const say = useSay()
  const { people, me } = useDesk()
  const isDesk = (user: Id) => access.some((one) => one.user === user && one.role === 'coordinator')
  const lines = [
    ...step.take.map((user) =>
      user === me ? say('access.losesYou') : say(isDesk(user) ? 'access.losesDesk' : 'access.loses', { name: nameOf(people, user) }),
    ),
    ...step.give.map(({ user, role }) => say(role === 'coordinator' ? 'access.getsDesk' : 'access.gets', { name: nameOf(people, user) })),
    ...(choice.mode === 'move' && step.give.length === 0 && choice.to ? [`${nameOf(people, choice.to)} ${say('access.has')}.`] : []),
    ...(leavesNobody(step, access) ? [say('access.nobodyLeft')] : []),
  ]
  return (
    <div role="status">
      <p className="h2">{say('access.what')}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

function doWords(
  { mode, from, to }: AccessChoice,
  step: AccessStep | undefined,
  name: (id: Id) => string,
  say: ReturnType<typeof useSay>,
): string {
  if (step === undefined) return say('access.do')
  if (mode === 'move' && from && to) return say('access.do.move', { from: name(from), to: name(to) })
  if (mode === 'give' && to) return say('access.do.give', { to: name(to) })
  return mode === 'take' && from ? say('access.do.take', { from: name(from) }) : say('access.do')
}

function useChanging(view: CaseView) {
  const say = useSay()
  const casebook = useCasebook()
  const { acted } = useDesk()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [state, setState] = useState<{
    readonly isBusy: boolean
    readonly refusal: 'unreachable' | 'signedOut' | 'notAllowed' | undefined
  }>({
    isBusy: false,
    refusal: undefined,
  })
  const change = async (step: AccessStep, reason: string): Promise<boolean> => {
    const { office } = casebook
    if (office === undefined || state.isBusy) return false
    setState({ isBusy: true, refusal: undefined })
    const done = acted(await office.setAccess(view.lane, { ...step, reason }))
    if (done.ok) await casebook.sendNow()
    setState({ isBusy: false, refusal: done.ok ? undefined : done.refusal.kind })
    if (done.ok) offerUndo({ text: say('access.done') })
    return done.ok
  }
  return { ...state, change }
}
