// A made-up guide of the steps a test needs, walked to Ferdig on the fixture's case. Used by tests in domain only.

import type { StepAnswer, Value, VisitDraft } from './answers.ts'
import { readCase } from './case-view.ts'
import type { Guide, GuideText, Step } from './guide.ts'
import { type Id, instant } from './ids.ts'
import { type Patch, type RecordRow, seenOf } from './register.ts'
import { around } from './visit-around-fixture.ts'
import { visitContext } from './visit-context.ts'
import { finish } from './visit-finish.ts'
import { aCase, applied, idsFrom, MARIT, TODAY, testId, VISIT } from './visit-fixture.ts'
import type { Surroundings } from './visit-known.ts'
import type { FinishWith } from './visit-shared.ts'

export const same = (text: string): GuideText => ({ nb: text, nn: text, en: text })
export const given = (value: Value, note?: string): StepAnswer => ({ kind: 'given', value, ...(note ? { note } : {}) })
export const one = (code: string, note?: string): StepAnswer => given({ is: 'code', code }, note)
export const many = (...codes: string[]): StepAnswer => given({ is: 'codes', codes })
export const words = (text: string): StepAnswer => given({ is: 'text', text })
export const amount = (number: number): StepAnswer => given({ is: 'number', number })
export const each = (answers: Readonly<Record<string, string>>): StepAnswer => given({ is: 'each', each: answers })

export const step = (id: string, writes: Step['writes'], more: Partial<Step> = {}): Step => ({
  id,
  type: 'single',
  text: same(id),
  source: 'test',
  writes,
  ...more,
})
const OUTCOME = step('outcome', [{ kind: 'outcome' }], { isRequired: true })

export const guideOf = (steps: readonly Step[]): Guide => ({
  code: 'G3',
  version: 1,
  validFrom: TODAY,
  title: same('Prøve'),
  purpose: same('Prøve'),
  visitKinds: ['arrears'],
  blocks: [{ id: 'b', title: same('Del'), steps: [OUTCOME, ...steps] }],
})

export const viewOf = (rows: ReadonlyMap<Id, RecordRow>) => {
  const view = readCase(rows)
  if (!view) throw new Error('no resident')
  return view
}

interface Told {
  readonly rows?: ReadonlyMap<Id, RecordRow>
  /** What the draft saw when it was opened; all of `rows` where nothing is said. */
  readonly shown?: ReadonlyMap<Id, RecordRow>
  readonly me?: Id
  readonly contribution?: Id
  readonly around?: Partial<Surroundings>
  readonly with?: Partial<FinishWith>
  readonly from?: number
}
export interface Finished {
  readonly patches: readonly Patch[]
  readonly rows: ReadonlyMap<Id, RecordRow>
}
export function tryFinish(steps: readonly Step[], answers: VisitDraft['answers'], told: Told = {}) {
  const { rows = aCase(), me = MARIT, contribution = testId(700), from = 2000 } = told
  const view = viewOf(rows)
  const draft: VisitDraft = {
    guide: { code: 'G3', version: 1 },
    visit: VISIT,
    contribution,
    answers: { outcome: one('home_full'), ...answers },
    concerns: [],
    at: 'review',
  }
  return finish(guideOf(steps), draft, {
    view,
    rows,
    me,
    today: TODAY,
    finishedAt: instant('2026-11-24T11:05:00.000Z'),
    newId: idsFrom(from),
    seen: Object.fromEntries([...(told.shown ?? rows).values()].map((row) => [row.id, seenOf(row)])),
    language: 'nb',
    context: visitContext(view, VISIT, TODAY, told.around && around(rows, told.around)),
    packs: PACKS,
    ...told.with,
  })
}
export function finished(steps: readonly Step[], answers: VisitDraft['answers'], told: Told = {}): Finished {
  const result = tryFinish(steps, answers, told)
  if (!result.ok) throw new Error(result.refusal.kind)
  return { patches: result.value.patches, rows: applied(told.rows ?? aCase(), result.value.patches, told.me ?? MARIT) }
}

const PACKS: NonNullable<FinishWith['packs']> = {
  consentText: (kind, scope) => ({ text: [`Ja til ${kind}`, ...(scope ? [scope] : [])].join(': '), version: 2 }),
  needsConsent: (grant) => (grant === 'trekk_i_ytelse' ? 'direct_deduction' : undefined),
}
