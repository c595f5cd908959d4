// One contact attempt being written down: what was chosen is kept over a lock (one may have rung in between), and a tap on
// how it went saves it.

import { useState } from 'react'
import { addDays } from '#domain/calendar.ts'
import { type ContactRefusal, recordContact } from '#domain/contact-attempts.ts'
import { clockOf, inSentence } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { OfForms } from './form-screen.tsx'
import { wordsDraft } from './use-saving.ts'

interface Held {
  readonly way: string
  /** yes = she was just rung or written to from here. */
  readonly rang: string
  /** now, yesterday, other */
  readonly when: string
  readonly on: string
  readonly clock: string
  readonly hasNote: string
  readonly note: string
}
const EMPTY: Held = { way: 'phone', rang: '', when: 'now', on: '', clock: '', hasNote: '', note: '' }
const useContactDraft = wordsDraft<Held>('contact')

export function useContact({ answer, view }: OfForms) {
  const say = useSay()
  const { newId, now } = useCasebook()
  const { record, refusal } = useRecording()
  const draft = useContactDraft({ lane: view.lane, of: '', drafts: answer.drafts, first: EMPTY })
  const [problem, setProblem] = useState<ContactRefusal['kind']>()
  const { held } = draft
  const { today } = answer
  const save = async (how: { readonly direction: string; readonly result: string }) => {
    const clock = clockOf(now()).replace('.', ':')
    const made = recordContact({ ...held, ...whenOf(held, today, clock), ...how }, { lane: view.lane, today, clock, newId })
    setProblem(made.ok ? undefined : made.refusal.kind)
    if (!made.ok) return
    const result = how.direction === 'in' ? say('forms.contact.in', { name: view.resident.name }) : termOf(say, 'contactResult', how.result)
    const text = say('forms.saved', { what: inSentence(result ?? '') })
    if (await record([made.value], { text }, await draft.finishing())) draft.again()
  }
  const change = (part: Partial<Held>) => {
    setProblem(undefined)
    draft.change(part)
  }
  return { held, change, save: (how: Parameters<typeof save>[0]) => void save(how), problem, refusal }
}
export type ContactWriting = ReturnType<typeof useContact>

function whenOf({ when, on, clock }: Held, today: OfForms['answer']['today'], now: string) {
  if (when === 'yesterday') return { on: addDays(today, -1), clock: '' }
  return when === 'other' ? { on, clock } : { on: today, clock: now }
}
