// The registers of the visit, the household, the resident and the lease that both workers share, as the shown answers
// say them. Where two steps write the same one, the later step counts.

import type { StepAnswer } from './answers.ts'
import { REFUSAL_ANSWERS } from './codes.ts'
import type { Step } from './guide.ts'
import { isLocalDate, type Json } from './ids.ts'
import type { Field, Patch } from './register.ts'
import { codesIn, givenValue } from './visit-answers.ts'
import { applies, type Finishing, givenIn, noteOf, type Of, wordOf, written } from './visit-shared.ts'
import { fieldValue, inOptionOrder } from './visit-stored.ts'

type Shared = Of<'set'>['type']
type Fields = ReadonlyMap<Field, Json>

export function sharedFields(f: Finishing, type: Shared): Fields {
  const fields = new Map<Field, Json>()
  for (const step of f.steps)
    for (const write of step.writes) {
      const answer = f.draft.answers[step.id]
      if (!applies(write, answer)) continue
      if (write.kind === 'set' && write.type === type)
        put(fields, write.field, write.value ?? (write.isDay ? f.on : valueFor(f, step, write.field, answer)))
      if (write.kind === 'childrenCount' && type === 'household') for (const [field, v] of childrenFields(answer)) fields.set(field, v)
    }
  return fields
}
function put(fields: Map<Field, Json>, field: Field, v: Json | undefined): void {
  if (v !== undefined) fields.set(field, v)
}

/** Going in in an emergency asks two things in one: whom one called, in words as `why` is, and why (DOMAIN.md 2.9). */
function valueFor({ language }: Finishing, step: Step, field: Field, answer: StepAnswer | undefined): Json | undefined {
  if (field !== 'emergency') return fieldValue(step, answer)
  const called = inOptionOrder(step, codesIn(answer)).map((code) => wordOf(step.options, code, language))
  return { reason: noteOf(answer) ?? '', called: called.join(', ') }
}

function childrenFields(answer: StepAnswer | undefined): readonly (readonly [Field, Json])[] {
  const value = givenValue(answer)
  if (value?.is !== 'number') return []
  return value.number > 0
    ? [
        ['childrenCount', value.number],
        ['childrenKnown', 'yes'],
      ]
    : [['childrenCount', 0]]
}

/** What she answered to a no that is respected, and when we may ask again (DOMAIN.md 4.3). Of two answers the later. */
export function refusalField(f: Finishing): Fields {
  const said = givenIn(f, 'refusal')
  const answer = said.flatMap((one) => REFUSAL_ANSWERS.filter((code) => codesIn(one.answer).includes(code))).at(-1)
  if (!answer) return new Map()
  const days = said.flatMap((one) => {
    const value = givenValue(one.answer)
    return value?.is === 'text' && isLocalDate(value.text) ? [value.text] : []
  })
  const again = days.at(-1)
  return new Map([['refusal', { answer, ...(again ? { again } : {}) }]])
}

/** Of the home and the person, and of the lease that runs now. Without a lease there is nothing to write in. */
export const fieldPatches = (f: Finishing): readonly Patch[] => [
  ...householdPatches(f),
  ...written(f, 'resident', f.view.resident.id, sharedFields(f, 'resident')),
  ...(f.view.home.tenancy ? written(f, 'tenancy', f.view.home.tenancy, sharedFields(f, 'tenancy')) : []),
]

function householdPatches(f: Finishing): readonly Patch[] {
  const fields = sharedFields(f, 'household')
  return fields.size === 0 ? [] : written(f, 'household', f.view.household.id ?? f.newId(), fields)
}
