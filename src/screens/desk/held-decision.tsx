// What shall happen with what is held: one choice with what it leads to, one line of why, and a button that repeats the
// choice, since it cannot be undone. All of a bundle is decided, one change after another in the order they were written;
// what the office would not take stays in the list.

import { useRef, useState } from 'react'
import type { Acted } from '#device/casebook.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { ChoiceList } from '../parts/desk-choices.tsx'
import { DeskField } from '../parts/desk-field.tsx'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { useDesk } from './desk-state.tsx'
import type { HeldChoice, HeldItem } from './held-items.ts'
import { useKeys } from './use-keys.ts'

interface DecisionProps {
  readonly item: HeldItem
  readonly name: string
  readonly onDone: () => void
}
type Missing = 'pickWhat' | 'pickWhy'
type Refusal = Exclude<Acted, { readonly ok: true }>['refusal']['kind']

export function HeldDecision({ item, name, onDone }: DecisionProps) {
  const say = useSay()
  const { office } = useCasebook()
  if (office === undefined || item.may.length === 0)
    return <p className="sub gap">{say(office === undefined ? 'held.nobody' : 'held.waits')}</p>
  return <Choosing item={item} name={name} onDone={onDone} />
}

function Choosing({ item, name, onDone }: DecisionProps) {
  const say = useSay()
  const { unsent, keepUnsent } = useDesk()
  const [how, setHow] = useState<HeldChoice>()
  const [missing, setMissing] = useState<Missing>()
  const { isBusy, refusal, decide } = useDeciding(item, name)
  const form = useRef<HTMLFormElement>(null)
  const reason = unsent[item.id] ?? ''
  const choose = (choice: HeldChoice) => {
    setHow(choice)
    setMissing(undefined)
    form.current?.querySelector<HTMLInputElement>('input[type="text"]')?.focus()
  }
  useKeys(Object.fromEntries(item.may.map((choice, i) => [String(i + 1), () => choose(choice)])))
  const finish = async () => {
    const lacks = how === undefined ? 'pickWhat' : reason.trim() === '' ? 'pickWhy' : undefined
    setMissing(lacks)
    if (how !== undefined && lacks === undefined && (await decide(how, reason.trim()))) {
      keepUnsent(item.id, '')
      onDone()
    }
  }
  return (
    <form
      ref={form}
      className="held-decision"
      onSubmit={(event) => {
        event.preventDefault()
        void finish()
      }}
    >
      <ChoiceList
        legend={say('held.what')}
        options={item.may.map((choice) => ({ code: choice, text: say(`held.${choice}`), hint: say(`held.${choice}Hint`, { name }) }))}
        chosen={how}
        onChoose={(code) => setHow(item.may.find((choice) => choice === code))}
      />
      <DeskField label={say('held.reason')} value={reason} onChange={(text) => keepUnsent(item.id, text)} />
      <div className="ack">
        <DeskButton tone="main" isBusy={isBusy} isSubmit>
          {how === undefined ? say('access.do') : say(`held.do.${how}`)}
        </DeskButton>
        <span className="sub">{say('held.final')}</span>
        <span className="unsaved" role="alert">
          {refusal !== undefined ? say(`held.refused.${refusal}`) : missing === undefined ? '' : say(`held.${missing}`)}
        </span>
      </div>
    </form>
  )
}

function useDeciding(item: HeldItem, name: string) {
  const say = useSay()
  const casebook = useCasebook()
  const { acted } = useDesk()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly refusal: Refusal | undefined }>({
    isBusy: false,
    refusal: undefined,
  })
  const decide = async (how: HeldChoice, reason: string): Promise<boolean> => {
    const { office } = casebook
    if (office === undefined || state.isBusy) return false
    setState({ isBusy: true, refusal: undefined })
    for (const change of item.changes) {
      const done = acted(await office.decide(change.id, how, reason))
      if (done.ok) continue
      setState({ isBusy: false, refusal: done.refusal.kind })
      void casebook.sendNow()
      return false
    }
    await casebook.sendNow()
    setState({ isBusy: false, refusal: undefined })
    offerUndo({ text: say(`held.done.${how}`, { name }) })
    return true
  }
  return { ...state, decide }
}
