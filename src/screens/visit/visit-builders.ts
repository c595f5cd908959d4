// A small case with one visit under way, for the tests of the visit's screens.

import type { Answer, Casebook, Draft, Recorded } from '#device/casebook.ts'
import { readCase } from '#domain/case-view.ts'
import type { Guide, GuideText, Step } from '#domain/guide.ts'
import { id, instant, type Json, laneId, localDate } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { visitContext } from '#domain/visit-context.ts'
import type { OpenVisit } from './use-visit.ts'
import type { OpenDraft } from './visit-content.ts'
import { openKeeper } from './visit-keepers.ts'

export const anId = (letter: string) => id(letter.repeat(22))
export const LANE = laneId(`case/${'C'.repeat(22)}`)
const [ME, JON] = [anId('M'), anId('J')]
export const [VISIT, GOAL, TASK, PART] = [anId('V'), anId('G'), anId('T'), anId('P')]
const TODAY = localDate('2026-11-24')
const KEPT: Recorded = { ok: true, changes: [], undo: async () => false }
export const same = (words: string): GuideText => ({ nb: words, nn: words, en: words })
const row = (type: RecordType, rec: string, set: Readonly<Record<string, Json>>): RecordRow => ({
  lane: LANE,
  id: id(rec),
  type,
  seq: 1,
  regs: Object.fromEntries(
    Object.entries(set).map(([field, v]) => [field, [{ by: anId('H'), actor: JON, at: instant('2026-11-17T10:00:00.000Z'), v, over: [] }]]),
  ),
})
const ROWS = new Map(
  [
    row('resident', anId('R'), { displayName: 'Einar' }),
    row('visit', VISIT, { kind: 'followup', status: 'in_progress', workers: [ME], planned: { start: '2026-11-24T11:00' } }),
    row('plan', anId('L'), { status: 'active', version: 1 }),
    row('goal', GOAL, { plan: anId('L'), text: 'Bedre hygiene', status: 'open', baseline: 4, target: 4 }),
    row('task', TASK, { title: 'Kjøpe stoler', status: 'open', visit: anId('W') }),
  ].map((made) => [made.id, made]),
)

/** What a test may look at afterwards. */
export interface Watched {
  readonly recorded: Patch[]
}

export function aCasebook({ recorded }: Watched, answer?: Answer): Casebook {
  return {
    kind: 'field',
    me: ME,
    newId: () => anId('N'),
    now: () => instant('2026-11-24T10:31:00.000Z'),
    today: () => TODAY,
    fingerprint: async (text) => text,
    watch: (_ask, show) => {
      if (answer) show(answer)
      return () => {}
    },
    record: async (patches) => {
      recorded.push(...patches)
      return KEPT
    },
    keepDraft: async () => KEPT,
    dropDraft: async () => {},
    holdDraft: (_id, changed) => {
      changed('mine')
      return () => {}
    },
    blob: async () => ({ ok: false, refusal: { kind: 'notFound' } }),
    sendNow: async () => 'done',
    close: () => {},
  }
}

export function anAnswer(drafts: readonly Draft[] = []): Answer {
  return {
    today: TODAY,
    office: [],
    states: new Map(),
    drafts,
    summaries: [],
    inquiries: [],
    rows: ROWS,
    sending: {
      isOnline: true,
      waiting: [],
      atOffice: [],
      held: [],
      closed: [],
      draftsWaiting: 0,
      isSyncing: false,
      canSendWhileLocked: true,
    },
  }
}

export function anOpenVisit(step: Partial<Step> & Pick<Step, 'type'>, watched: Watched): OpenVisit {
  const casebook = aCasebook(watched)
  const view = readCase(ROWS)
  const visit = view?.visits[0]
  if (!view || !visit) throw new TypeError('the rows make a case')
  const asked: Step = { id: 's', text: same('Hva nå?'), source: 'test', writes: [], ...step }
  const guide: Guide = {
    code: 'G2',
    version: 1,
    validFrom: TODAY,
    title: same('Prøve'),
    purpose: same('Prøve'),
    visitKinds: ['followup'],
    blocks: [{ id: 'b', title: same('Del'), steps: [asked] }],
  }
  const context = visitContext(view, VISIT, TODAY)
  const content: OpenDraft = {
    guide: { code: 'G2', version: 1 },
    visit: VISIT,
    contribution: PART,
    answers: {},
    concerns: [],
    at: 's',
    seen: {},
  }
  const keeper = openKeeper(casebook, { id: anId('D'), lane: LANE, rec: PART, seen: {} }, content)
  const around = {
    context,
    view,
    rows: ROWS,
    visit: VISIT,
    myName: 'Marit Eksempel',
    today: TODAY,
    residentName: 'Einar',
    me: ME,
    takers: [{ code: 'resident', text: 'Einar' }],
    usualStart: visit.start,
    read: (text: GuideText) => text.nb,
  }
  return { casebook, answer: anAnswer(), lane: LANE, view, visit, guide, context, people: new Map(), around, keeper }
}
