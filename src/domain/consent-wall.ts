// The wall around what is handed to somebody outside the own team: decided the same way by the screen, before anything is
// shown, and by the office, at that place in the order of the lane (DOMAIN.md 2.8 and 2.22, «a withdrawal always wins»).
// What is not known is not covered.

import { topicOf } from './case-view-group.ts'
import type { Maybe } from './case-view-order.ts'
import { GROUP_ROLES, type PaperKind, type Topic } from './codes.ts'
import { type ConsentView, consentView, isOwnTeam, mayKnow, mayRead } from './consent.ts'
import { agreed } from './effective.ts'
import type { Id, Json, LocalDate } from './ids.ts'
import { asCode, asDate, asId, asList, part } from './reading.ts'
import { rowsOf } from './records.ts'
import { headsOf, isVoid, type RecordRow } from './register.ts'

/** What a `copyGiven` says it was: the registers that decide. `on` may be missing; then nothing that runs out counts. */
export interface Copy {
  readonly kind: Json | undefined
  readonly member: Json | undefined
  readonly items: Json | undefined
  readonly on: Json | undefined
}

/** The ids of the records one must have at hand to judge a copy, beside every consent of the lane. */
export const namedByCopy = ({ member, items }: Copy): readonly Id[] => [member, ...asList(items)].flatMap((one) => asId(one) ?? [])

/** `rows`: the lane's consents, the member, and what was shown of the meeting. */
export function isCovered(copy: Copy, rows: readonly RecordRow[]): boolean {
  if (copy.member === undefined || copy.member === null) return true
  const row = rowsOf(rows, 'groupMember').find(({ id }) => id === copy.member)
  const on = asDate(copy.on)
  if (!row || on === undefined || isVoid(row)) return false
  const member = { id: row.id, role: roleOf(row), to: asDate(part(row, 'period', 'to')) }
  const consents = rowsOf(rows, 'consent').filter((one) => !isVoid(one))
  return isAllowed(copy, rows, topicsFor(copy.kind, member, consents.map(consentView), on), isOwnTeam(member.role))
}

/** While two roles stand she counts as an outsider. */
const roleOf = (row: RecordRow) =>
  headsOf(row, 'roleCode').length === 0 ? 'other' : (asCode(agreed(row, 'roleCode'), GROUP_ROLES) ?? 'other')

/** Minutes and the invitation say what is talked about in the meeting; everything else goes by what she may know. */
function topicsFor(
  kind: Json | undefined,
  member: Parameters<typeof mayKnow>[0],
  consents: readonly ConsentView[],
  on: LocalDate,
): readonly Topic[] {
  return kind === 'minutes' ? mayRead(member, consents, on) : mayKnow(member, consents, on)
}

const NEEDS: Readonly<Partial<Record<PaperKind, Topic>>> = { plan: 'plan' }
/** Their `items` are what was shown of the meeting, each with its topic. */
const NAMES_TOPICS: readonly PaperKind[] = ['minutes', 'invitation']

function isAllowed({ kind, items }: Copy, rows: readonly RecordRow[], topics: readonly Topic[], isOwn: boolean): boolean {
  const needed = typeof kind === 'string' ? Object.entries(NEEDS).find(([of]) => of === kind)?.[1] : undefined
  if (topics.length === 0 || (needed && !topics.includes(needed))) return false
  if (isOwn || !NAMES_TOPICS.some((of) => of === kind)) return true
  return asList(items).every((item) => {
    const topic = topicIn(item, rows)
    return topic !== undefined && topics.includes(topic)
  })
}

function topicIn(item: Json, rows: readonly RecordRow[]): Maybe<Topic> {
  const row = rows.find(({ id }) => id === item)
  return row && (row.type === 'agendaItem' || row.type === 'decision') ? topicOf(row) : undefined
}
