// The desk: a session by cookie, and the casebook's closed list of questions. Nothing is kept on the office PC, so every
// read is logged here before it is answered (DESIGN.md 5 and 9). Not yours is answered like not there.

import type { Context } from 'hono'
import { DESK_ONLY } from '#domain/access.ts'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import { isCaseSummary, type LaneSummary } from '#domain/summary.ts'
import { LIMITS, parse } from '#sync/wire.ts'
import { DeskAsk, DeskChanges } from '#sync/wire-doors.ts'
import { places, spendTicket } from './accounts.ts'
import { atDesk } from './at-desk.ts'
import { deskCookie, dropDeskCookie, isPhone, setDeskCookie } from './cookies.ts'
import { endSession, openSession } from './desk-session.ts'
import { openedFrom } from './enrolment.ts'
import { heldFor, unfinishedFor } from './held.ts'
import { isOwnSite, jsonBody, refused } from './http.ts'
import { accessTo, mayRead, reachOf, unshielded } from './lane-access.ts'
import { log } from './log.ts'
import { now, type Office } from './office.ts'
import { keepPromise } from './promise.ts'
import { idWithin } from './route-drop.ts'
import { rowsOfLane } from './rows.ts'
import { safetyReportsFor } from './safety-reports.ts'
import { settling } from './settle.ts'
import { takeAll } from './together.ts'

type Handler = (c: Context) => Promise<Response>

/** A browser that is somebody's phone is no desk: what is on it must not be opened with a password alone. */
export function deskSession(office: Office): Handler {
  return async (c) => {
    const body = await jsonBody(c)
    if (body instanceof Response) return body
    if (typeof body.ticket !== 'string') return refused(c, 400, 'bad-shape')
    if (!isOwnSite(c, true)) return refused(c, 403, 'wrong-site')
    if (isPhone(c)) return refused(c, 403, 'enrolled-browser')
    const person = await spendTicket(office, body.ticket)
    if (!person) return refused(c, 401, 'ticket')
    if (!places(person.roles).desk) return refused(c, 403, 'not-allowed')
    setDeskCookie(c, await openSession(office, person.id))
    log('desk-opened', { user: person.id })
    return c.json({ ok: true, user: person.id, office: office.id })
  }
}

export function deskLeave(office: Office): Handler {
  return async (c) => {
    const at = await atDesk(office, c, LIMITS.depth)
    if (at instanceof Response) return at
    await endSession(office, deskCookie(c) ?? '')
    dropDeskCookie(c)
    return c.json({ ok: true })
  }
}

export function deskAsk(office: Office): Handler {
  return async (c) => {
    const at = await atDesk(office, c, LIMITS.depth)
    if (at instanceof Response) return at
    const asked = parse(DeskAsk, at.body)
    if (!asked) return refused(c, 400, 'bad-shape')
    const found = await answerTo(office, at.user, asked)
    if (!found) return refused(c, 404, 'not-found')
    const officeRows = await rowsOfLane(office.pool, laneOf('office', office.id))
    return c.json({ ok: true, ...found, office: officeRows, now: now(), ...(office.config.today ? { today: office.config.today } : {}) })
  }
}

async function answerTo(office: Office, user: Id, asked: DeskAsk): Promise<Readonly<Record<string, unknown>> | undefined> {
  switch (asked.ask) {
    case 'today':
    case 'residents':
    case 'inbox':
      return { summaries: await summariesOf(office, user) }
    case 'resident':
      return residentRows(office, user, asked.lane)
    case 'sending':
      return {}
    case 'held':
      return { held: await heldFor(office, user), unfinished: await unfinishedFor(office, user) }
    case 'safety':
      return { ...(await safetyReportsFor(office, user)) }
  }
}

/** Names are sorted here and not in SQL: databases disagree about the Norwegian alphabet. */
const byName = new Intl.Collator('nb')
async function summariesOf(office: Office, user: Id): Promise<readonly LaneSummary[]> {
  const reach = await unshielded(office.pool, await reachOf(office.pool, office.id, user))
  const lanes = reach.map(({ lane }) => lane)
  const { rows } = await office.pool.query<{ body: LaneSummary }>('select body from summary where lane = any($1)', [lanes])
  return rows.map((row) => row.body).sort((a, b) => byName.compare(nameIn(a), nameIn(b)))
}
const nameIn = (summary: LaneSummary): string => (isCaseSummary(summary) ? summary.name : '')

/** The notices linked to a case, as far as this person may read them: their facts make its deadlines. */
async function linkedTo(office: Office, user: Id, lane: LaneId): Promise<readonly LaneSummary[]> {
  const lanes = (await reachOf(office.pool, office.id, user)).map((reached) => reached.lane)
  const { rows } = await office.pool.query<{ body: LaneSummary }>(
    'select s.body from summary s join link l on l.lane = s.lane where l.linked_case = $1 and s.lane = any($2)',
    [lane, lanes],
  )
  return rows.map((row) => row.body)
}

async function residentRows(office: Office, user: Id, lane: LaneId): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (!(await mayRead(office.pool, office.id, user, lane))) return undefined
  const there = await office.pool.query('select 1 from lane where id = $1', [lane])
  if (there.rowCount === 0) return undefined
  await office.pool.query('insert into access_event (office, user_id, lane, what) values ($1, $2, $3, $4)', [
    office.id,
    user,
    lane,
    'resident',
  ])
  const access = await accessTo(office.pool, lane)
  const coordinates = access.some((one) => one.user === user && one.role === 'coordinator')
  const rows = await rowsOfLane(office.pool, lane)
  return {
    // Her number, and who complained, are for those who coordinate the case, at a desk (DOMAIN.md 2.1, 2.17).
    rows: coordinates ? rows : rows.filter(({ type }) => !DESK_ONLY.includes(type)),
    summaries: await linkedTo(office, user, lane),
    access,
  }
}

/** A register may hold eight levels; around it lie the change and the list. */
const CHANGES_DEPTH = LIMITS.depth + 6

export function deskChanges(office: Office): Handler {
  return async (c) => {
    const at = await atDesk(office, c, CHANGES_DEPTH)
    if (at instanceof Response) return at
    const { changes } = at.body
    if (!Array.isArray(changes) || !parse(DeskChanges, { ...at.body, changes: [] })) return refused(c, 400, 'bad-shape')
    if (changes.length > LIMITS.envelopes) return refused(c, 413, 'too-large')
    const arrivals = changes.map((item) => {
      const raw = JSON.stringify(item)
      const id = idWithin(item, raw)
      return { id, user: at.user, raw, ...openedFrom(item, id) }
    })
    const taken = await settling(office, (moved) => takeAll(office, arrivals, moved))
    await keepPromise(office, ...taken.map(({ promised }) => promised))
    return c.json({ ok: true, results: taken.map(({ result }) => result) })
  }
}
