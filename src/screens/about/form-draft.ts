// A page half filled in: kept while it is typed, one for each page and record, and found again after a lock, in another
// tab and on a new phone. A new resident has no case yet: hers is kept in the writer's own lane.

import type { Answer, Casebook, Draft } from '#device/casebook.ts'
import type { HomePart } from '#domain/home-fields.ts'
import { ITEM_TYPE, isItemPart } from '#domain/home-fields.ts'
import { formFrom, formJson, type HomeForm, openForm } from '#domain/home-form.ts'
import { type Id, type Json, type LaneId, laneOf } from '#domain/ids.ts'
import { asGroup, asText } from '#domain/reading.ts'
import { DraftKeeper, type Frame } from '../visit/draft-keeper.ts'

export interface PageContent {
  readonly form: HomeForm
  /** «Hvorfor blir vi kjent?», on the page of a new resident. */
  readonly why: string
}
export type PageKeeper = DraftKeeper<PageContent>
export interface Page {
  readonly part: HomePart
  /** None for the page of a new resident. */
  readonly lane: LaneId | undefined
  /** Which relative, member or period; none = a new one. */
  readonly item: Id | undefined
}

const KIND = 'homePage'
const toJson = ({ form, why }: PageContent): Json => ({ kind: KIND, form: formJson(form), why })
function fromJson(draft: Draft): PageContent | undefined {
  const group = asGroup(draft.content)
  const form = group?.kind === KIND ? formFrom(group.form) : undefined
  return form && { form, why: asText(group?.why) ?? '' }
}

const laneFor = ({ me }: Casebook, { lane }: Page): LaneId => lane ?? laneOf('user', me)

/** A new item is one whose record is not there yet. */
function isOf(draft: Draft, page: Page, lane: LaneId, rows: Answer['rows']): boolean {
  const form = draft.lane === lane ? fromJson(draft)?.form : undefined
  if (form === undefined || form.part !== page.part) return false
  if (!isItemPart(page.part)) return true
  const rec = form.recs[ITEM_TYPE[page.part]]
  return page.item === undefined ? rec !== undefined && !rows.has(rec) : rec === page.item
}

const KEEPERS = new WeakMap<Casebook, Map<string, PageKeeper>>()
function keepersOf(casebook: Casebook): Map<string, PageKeeper> {
  const known = KEEPERS.get(casebook) ?? new Map<string, PageKeeper>()
  KEEPERS.set(casebook, known)
  return known
}
const keyOf = (lane: LaneId, { part, item }: Page): string => [lane, part, item ?? ''].join(' ')

/** Nothing is kept before something is typed: an untouched page opens anew, with what stands there now. */
export function keeperOfPage(casebook: Casebook, page: Page, answer: Answer): PageKeeper {
  const lane = laneFor(casebook, page)
  const known = keepersOf(casebook).get(keyOf(lane, page))
  if (known && !known.isOver) return known
  const draft = answer.drafts.find((found) => isOf(found, page, lane, answer.rows))
  const kept = draft && fromJson(draft)
  const content = kept ?? { form: openForm(page.part, answer.rows, page.item, casebook.newId), why: '' }
  const frame = kept && draft ? draft : { id: casebook.newId(), lane, rec: casebook.newId(), seen: {} }
  return opened(casebook, page, frame, content)
}

function opened(casebook: Casebook, page: Page, frame: Draft | Frame, content: PageContent): PageKeeper {
  const keeper = new DraftKeeper(casebook, frame, content, { toJson, fromJson })
  keepersOf(casebook).set(keyOf(laneFor(casebook, page), page), keeper)
  return keeper
}

/** Saved or thrown away: the next one is new. */
export function closePage(casebook: Casebook, page: Page): void {
  const key = keyOf(laneFor(casebook, page), page)
  keepersOf(casebook).get(key)?.stop()
  keepersOf(casebook).delete(key)
}

/** Taken back: what was typed stands there again. */
export async function reopenPage(casebook: Casebook, page: Page, draft: Draft): Promise<void> {
  closePage(casebook, page)
  const content = fromJson(draft)
  if (content) opened(casebook, page, draft, content)
  await casebook.keepDraft(draft)
}
