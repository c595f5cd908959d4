// A quick note half typed, or a concern raised at a door whose «Hva gjorde du?» is not answered yet. Kept like a visit's
// draft; one for each home.

import type { Casebook, Draft } from '#device/casebook.ts'
import { CONCERN_ACTIONS, CONCERN_CODES, type ConcernAction, type ConcernCode } from '#domain/codes.ts'
import type { Id, Json, LaneId } from '#domain/ids.ts'
import { asCode, asGroup, asId, asText } from '#domain/reading.ts'
import { DraftKeeper } from '../visit/draft-keeper.ts'

export interface NoteContent {
  readonly text: string
  readonly concern?: { readonly id: Id; readonly code: ConcernCode; readonly action?: ConcernAction; readonly note: string }
}
export type NoteKeeper = DraftKeeper<NoteContent>

const toJson = (content: NoteContent): Json => ({ kind: 'quickNote', ...JSON.parse(JSON.stringify(content)) })

function noteContent(draft: Draft): NoteContent | undefined {
  const group = asGroup(draft.content)
  if (group?.kind !== 'quickNote') return undefined
  const raised = asGroup(group.concern)
  const id = asId(raised?.id)
  const code = asCode(raised?.code, CONCERN_CODES)
  const action = asCode(raised?.action, CONCERN_ACTIONS)
  const concern = id && code ? { id, code, note: asText(raised?.note) ?? '', ...(action ? { action } : {}) } : undefined
  return { text: asText(group.text) ?? '', ...(concern ? { concern } : {}) }
}

/** The newest note somebody is in the middle of. */
export function noteUnderWay(drafts: readonly Draft[]): Draft | undefined {
  const notes = drafts.filter((draft) => {
    const content = noteContent(draft)
    return content !== undefined && (content.text.trim() !== '' || content.concern !== undefined)
  })
  return [...notes].sort((a, b) => (a.at < b.at ? 1 : -1))[0]
}

const KEEPERS = new WeakMap<Casebook, Map<LaneId, NoteKeeper>>()
const of = (casebook: Casebook): Map<LaneId, NoteKeeper> => {
  const known = KEEPERS.get(casebook) ?? new Map<LaneId, NoteKeeper>()
  KEEPERS.set(casebook, known)
  return known
}

/** Nothing is kept before something is typed. */
export function keeperOfNote(casebook: Casebook, lane: LaneId, drafts: readonly Draft[]): NoteKeeper {
  const known = of(casebook).get(lane)
  if (known && !known.isOver) return known
  const draft = drafts.find((found) => found.lane === lane && noteContent(found) !== undefined)
  const frame = draft ?? { id: casebook.newId(), lane, rec: casebook.newId(), seen: {} }
  return openNote(casebook, lane, frame, (draft && noteContent(draft)) ?? { text: '' })
}

function openNote(
  casebook: Casebook,
  lane: LaneId,
  frame: ConstructorParameters<typeof DraftKeeper<NoteContent>>[1],
  content: NoteContent,
): NoteKeeper {
  const keeper = new DraftKeeper(casebook, frame, content, { toJson, fromJson: noteContent })
  of(casebook).set(lane, keeper)
  return keeper
}

/** Taken back: the words stand there again, whatever was opened in between. */
export async function reopenNote(casebook: Casebook, draft: Draft): Promise<void> {
  closeNote(casebook, draft.lane)
  const content = noteContent(draft)
  if (content) openNote(casebook, draft.lane, draft, content)
  await casebook.keepDraft(draft)
}

/** Saved or thrown away: the next note of this home is a new one. */
export function closeNote(casebook: Casebook, lane: LaneId): void {
  of(casebook).get(lane)?.stop()
  of(casebook).delete(lane)
}

/** The words go along when it was somebody else's door. */
export function moveNote(casebook: Casebook, from: LaneId, to: LaneId, drafts: readonly Draft[]): void {
  const keeper = of(casebook).get(from)
  const text = keeper?.held().content.text ?? ''
  if (!keeper || text === '') return
  closeNote(casebook, from)
  void casebook.dropDraft(keeper.id)
  const target = keeperOfNote(casebook, to, drafts)
  target.change({ ...target.held().content, text }, 'now')
}
