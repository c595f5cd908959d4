// Help that was talked about, and what she said yes or no to (DOMAIN.md 2.18, 2.19). Grants and consents live on after the
// visit: a grant is followed to its answer, and a yes can be withdrawn by anybody at any time. So neither has a root.

import { AGREED_HOW, type ConsentKind, type GrantStatus } from './codes.ts'
import { consentView, standsOn } from './consent.ts'
import { type Asking, askAndGive, askAndRefuse, askConsent, needsTopics } from './consent-acts.ts'
import { type GrantView, readGrants } from './grants.ts'
import type { Id } from './ids.ts'
import { asCode } from './reading.ts'
import { patch, rowsOf } from './records.ts'
import { isVoid, type Patch } from './register.ts'
import { codesIn, givenValue } from './visit-answers.ts'
import { type Finishing, givenIn, mine, type Of, type Said, written } from './visit-shared.ts'

interface Talked {
  readonly code: string
  readonly status: GrantStatus
}
/** Each entry of the catalogue once; of two answers about it the later. */
export function grantPatches(f: Finishing): readonly Patch[] {
  const talked = new Map(
    [...givenIn(f, 'grant').map(one), ...givenIn(f, 'grants').flatMap(several)].map((each) => [each.code, each.status]),
  )
  const standing = readGrants([...f.rows.values()].filter((row) => !isVoid(row)))
  return [...talked].flatMap(([code, status]) =>
    grantPatch(
      f,
      { code, status },
      standing.find((grant) => grant.code === code),
    ),
  )
}
const one = ({ write: { code, status } }: Said<'grant'>): Talked => ({ code, status })

/** For each item its answer; in a question without items, for each code its own. */
function several({ write, answer }: Said<'grants'>): readonly Talked[] {
  const value = givenValue(answer)
  const pairs = value?.is === 'each' ? Object.entries(value.each) : codesIn(answer).map((code) => [code, code] as const)
  return pairs.flatMap(([item, is]) => {
    const [code, status] = [write.codes[item], write.statuses[is]]
    return code && status && (write.when?.includes(is) ?? true) ? [{ code, status }] : []
  })
}

/** Only onwards, and only where a talk can bring it: what runs or was applied for is not ended by an answer in a list. */
const FROM: Readonly<Partial<Record<GrantStatus, readonly GrantStatus[]>>> = {
  considered: ['ended'],
  offered: ['considered', 'declined_by_resident', 'ended'],
  applied: ['considered', 'offered', 'refused', 'declined_by_resident', 'ended'],
  granted: ['considered', 'offered', 'applied'],
  declined_by_resident: ['considered', 'offered'],
}
const HELP_BEGINS: readonly GrantStatus[] = ['applied', 'granted']

function grantPatch(f: Finishing, { code, status: wanted }: Talked, standing: GrantView | undefined): readonly Patch[] {
  const status = mayBegin(f, code) || !HELP_BEGINS.includes(wanted) ? wanted : 'offered'
  const set = { status, on: f.on, discussedOn: f.on }
  if (!standing) return [patch(f.view.lane, 'grant', f.newId(), { code, ...set })]
  return FROM[status]?.includes(standing.status) ? written(f, 'grant', standing.id, Object.entries(set)) : []
}
/** Never without the yes it needs, given before or in this very talk (N 3.2, 5.5). */
function mayBegin(f: Finishing, code: string): boolean {
  const needs = f.packs?.needsConsent(code)
  if (!needs) return true
  return (
    f.view.consents.some((yes) => yes.kind === needs && standsOn(yes, f.on)) ||
    consentsSaid(f).some(({ write }) => write.consent === needs && isWrittenYes(f, write, needs))
  )
}
const isWrittenYes = (f: Finishing, write: Of<'consent'>, kind: ConsentKind): boolean =>
  write.answer === 'given' && consentPatches(f).some(({ type, set }) => type === 'consent' && set.kind === kind && set.given !== undefined)

const consentsSaid = (f: Finishing): readonly Said<'consent'>[] => givenIn(f, 'consent')

/** What was said now, in the words it was asked with. */
export const consentPatches = (f: Finishing): readonly Patch[] => consentsSaid(f).flatMap((said) => consentPatch(f, said))

function consentPatch(f: Finishing, { write, answer }: Said<'consent'>): readonly Patch[] {
  const scope = write.scope?.[f.language]
  if (!f.packs || isSaidToday(f, write, scope)) return []
  const asking: Asking = {
    kind: write.consent,
    ...f.packs.consentText(write.consent, scope),
    ...(scope ? { scope } : {}),
    // A yes about somebody who is no member lets no member know anything; what of, stands in the scope.
    ...(needsTopics(write.consent) ? { topics: ['home'] as const } : {}),
  }
  const id = f.newId()
  if (write.answer === 'refused') return okOr(askAndRefuse(f.view.lane, id, asking, f.on), [])
  const value = givenValue(answer)
  const how = (value?.is === 'signed' && asCode(value.how, AGREED_HOW)) || 'oral_witnessed'
  const yes = { by: f.view.resident.name, as: 'self', how, on: f.on, witness: f.myName ?? f.me } as const
  // Where the source asks for a written yes and she said it, it is asked and waits for her name (N 3.2, 5.5).
  const waits = askConsent(f.view.lane, id, asking)
  const given = askAndGive(f.rows, f.view.lane, id, asking, yes, { me: f.me, today: f.on, seen: f.seen })
  if (!given.ok) return given.refusal.kind === 'needsWritten' ? okOr(waits, []) : []
  return value?.is === 'signed' && value.drawn ? [...given.value, drawnUnder(f, id, asking.version, value.drawn)] : given.value
}
const okOr = (result: ReturnType<typeof askConsent>, otherwise: readonly Patch[]): readonly Patch[] =>
  result.ok ? result.value : otherwise

/** A colleague at the same visit has written it down already. */
function isSaidToday(f: Finishing, write: Of<'consent'>, scope: string | undefined): boolean {
  const said = rowsOf(f.rows.values(), 'consent')
    .filter((row) => !isVoid(row))
    .map(consentView)
  const state = write.answer === 'refused' ? 'refused' : 'given'
  return said.some(
    (one) => one.kind === write.consent && one.about === undefined && one.scope === scope && one.state === state && one.on === f.on,
  )
}

/** The line she drew belongs to this visit, as the answer it was drawn under. */
const drawnUnder = (f: Finishing, of: Id, version: number, drawn: string): Patch =>
  patch(
    f.view.lane,
    'signature',
    f.newId(),
    { of, who: f.view.resident.name, role: 'resident', how: 'signature_on_screen', on: f.on, version, drawn },
    mine(f),
  )
