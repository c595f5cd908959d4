// What the office holds, who sees it, and what a person's word does with it: every decision for every reason, by the
// coordinator, the author and a stranger. The real office, real sealing, real PostgreSQL.

import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { chainFault } from '#office/check.ts'
import { signChange } from '#sync/change.ts'
import { decisionsFor } from '#sync/custody.ts'
import { type Change, HELD_REASONS, type HeldReason } from '#sync/wire.ts'
import type { HeldChange, HeldDecision, Unfinished } from '#sync/wire-doors.ts'
import { anAccount } from '../support/accounts.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aDesk, aDraft, aId, anEdit, aPhone, type Desk, nowInstant, type Phone } from '../support/caller.ts'

const at = anOffice({ tor: ['case_worker'], eva: ['followup_worker', 'admin'], fremmed: ['admin'], saks: ['case_worker'], liv: ['leader'] })
/** Coordinates the case, and decides. */
let tor: Desk
/** Visits, and has a desk besides: the author. */
let eva: Phone
let evaAtDesk: Desk
let stranger: Desk
/** A case worker and a leader without the case. */
let saks: Desk
let liv: Desk
let lane: LaneId
let resident: Id

beforeAll(async () => {
  eva = await aPhone(at.url, 'eva')
  tor = await aDesk(at.url, 'tor')
  evaAtDesk = await aDesk(at.url, 'eva')
  stranger = await aDesk(at.url, 'fremmed')
  saks = await aDesk(at.url, 'saks')
  liv = await aDesk(at.url, 'liv')
  ;({ lane, resident } = await torsCase())
})

/** A phone may drop sixty times a minute. */
const renew = async () => {
  eva = await aPhone(at.url, 'eva', eva.marker)
}
beforeEach(renew)

const reason = 'Sett på sammen'
async function torsCase(workers: readonly Id[] = [eva.user]): Promise<{ lane: LaneId; resident: Id }> {
  const [made, person] = [laneOf('case', aId()), aId()]
  await tor.send(aChange(made, person, 'resident', { displayName: 'Holdt Testesen', contactStop: { since: '2026-11-01', scope: 'all' } }))
  const give = workers.map((user) => ({ user, role: 'worker' }))
  expect((await tor.act('access', { lane: made, give, take: [], reason })).status).toBe(200)
  return { lane: made, resident: person }
}
const rowsIn = async (phone: Phone, where: LaneId): Promise<RecordRow[]> => (await phone.sync()).rows.filter((row) => row.lane === where)
const rowOf = async (where: LaneId, rec: Id): Promise<RecordRow> => {
  const row = (await rowsIn(eva, where)).find((one) => one.id === rec)
  if (!row) throw new Error('no such row')
  return row
}
const stamp = { newId: aId, at: nowInstant(), tz: 'Europe/Oslo', skewMs: 0, app: 'test' }
const heldBy = async (desk: Desk): Promise<HeldChange[]> => (await desk.ask({ ask: 'held' })).json.held as HeldChange[]
const unfinishedBy = async (desk: Desk): Promise<Unfinished[]> => (await desk.ask({ ask: 'held' })).json.unfinished as Unfinished[]
const decide = (desk: Desk, change: Id, how: HeldDecision['how']) => desk.act('held', { id: change, how, reason })
const knownAs = async (change: Id) => (await eva.sync({}, [change])).done?.known[0]
const actorOf = async (change: Id) => (await at.db.query('select actor, enrol, lane from change where id = $1', [change])).rows[0]

/** A contribution of Eva's, signed. */
async function signed(): Promise<{ root: Id; row: RecordRow }> {
  const root = aId()
  await eva.send(aChange(lane, root, 'contribution', { visit: aId(), worker: eva.user, note: 'Ryddig.' }, { root }))
  const row = await rowOf(lane, root)
  expect(await eva.send(signChange(lane, row, [row], stamp))).toMatchObject([{ s: 'applied' }])
  return { root, row: await rowOf(lane, root) }
}

/** Sends what will be held for this reason; gives the id under which it lies at the office. */
const holding: Record<HeldReason, () => Promise<Id>> = {
  grant: async () => sent(aChange((await torsCase([])).lane, aId(), 'complaint', { text: 'Bråk' })),
  field: async () => {
    const home = await torsCase()
    return sent(anEdit(await rowOf(home.lane, home.resident), 'contactStop', null))
  },
  signed: async () => sent(anEdit((await signed()).row, 'note', 'Likevel ikke.')),
  awaits: async () => sent({ ...signOver(aId()), covers: { [resident]: { displayName: [aId()] } }, rec: resident, root: resident }),
  'stale-sign': async () => {
    const root = aId()
    await eva.send(aChange(lane, root, 'contribution', { worker: eva.user, note: 'Først.' }, { root }))
    const row = await rowOf(lane, root)
    await eva.send(anEdit(row, 'note', 'Så mer.'))
    return sent(signChange(lane, row, [row], stamp))
  },
  bad: async () => {
    const bad = { ...((await eva.seal(aChange(lane, aId(), 'complaint', { text: 'x' }))) as { id: Id }), ct: 'AAAA' }
    expect((await eva.drop([bad])).json.results).toMatchObject([{ s: 'held', why: 'bad' }])
    return bad.id
  },
  later: async () => sent(aChange(lane, aId(), 'complaint', { text: 'Senere' }, { schema: 99 })),
  clash: async () => {
    const first = aChange(lane, aId(), 'complaint', { text: 'Først' })
    await eva.send(first)
    expect(await eva.send({ ...first, rec: aId(), set: { text: { v: 'Annet', over: [] } } })).toMatchObject([{ why: 'clash' }])
    return (await at.db.query('select id from custody where claims = $1', [first.id])).rows[0].id
  },
  consent: async () => sent(aChange(lane, aId(), 'copyGiven', { kind: 'minutes', member: aId(), on: '2026-11-24', items: [] })),
  revoked: async () => {
    const lost = await aPhone(at.url, 'eva')
    await liv.act('revoke', { enrolment: lost.enrol, reason })
    const change = aChange(lane, aId(), 'complaint', { text: 'Fra mistet' })
    expect(await lost.send(change)).toMatchObject([{ s: 'held', why: 'revoked' }])
    return change.id
  },
}
const signOver = (root: Id): Change => {
  const { set: _set, ...bare } = aChange(lane, root, 'contribution', {})
  return { ...bare, kind: 'sign', root }
}
async function sent(change: Change): Promise<Id> {
  expect(await eva.send(change)).toMatchObject([{ s: 'held' }])
  return change.id
}

test('each held change is seen by who decides and by its author, and by nobody else', async () => {
  for (const why of HELD_REASONS) {
    const change = await holding[why]()
    const own = (desk: Desk) => heldBy(desk).then((held) => held.find((one) => one.id === change))
    const may = why === 'bad' ? ['close'] : decisionsFor(why)
    expect(await own(tor)).toMatchObject({ id: change, by: eva.user, why, may })
    expect(await own(evaAtDesk)).toMatchObject({ id: change, why, may: [] })
    expect(await own(stranger)).toBeUndefined()
    const atSaks = await own(saks)
    if (why === 'bad') expect(atSaks).toMatchObject({ why, may: ['close'] })
    else expect(atSaks).toBeUndefined()
    const atLiv = await own(liv)
    expect(atLiv === undefined).toBe(why !== 'bad')
    if (why !== 'bad') expect((await own(tor))?.lane).toMatch(/^case\//)
    if (['grant', 'field', 'signed', 'later', 'clash', 'revoked'].includes(why)) expect((await own(tor))?.set).toBeDefined()
  }
  const { rowCount } = await at.db.query(`select 1 from access_event where user_id = $1 and what = 'held' and lane = $2`, [tor.user, lane])
  expect(rowCount).toBeGreaterThan(0)
})

test('every decision for every reason: the coordinator’s where it makes sense, the author’s and a stranger’s never', async () => {
  const seen: [HeldReason, string, number][] = []
  for (const why of HELD_REASONS) {
    await renew()
    for (const how of ['release', 'addendum', 'close'] as const) {
      const change = await holding[why]()
      for (const other of [evaAtDesk, stranger]) expect((await decide(other, change, how)).json).toEqual({ ok: false, code: 'not-found' })
      const before = await at.db.query('select max(n) as n from verdict where id = $1', [change])
      expect(before.rows[0].n).toBe(1)
      const answer = await decide(tor, change, how)
      seen.push([why, how, answer.status])
      const isFit = decisionsFor(why).includes(how)
      expect([why, how, answer.json]).toEqual([why, how, isFit ? { ok: true } : { ok: false, code: 'not-possible' }])
      const { rows } = await at.db.query('select state, why, by, how, reason from verdict where id = $1 order by n desc limit 1', [change])
      if (!isFit) expect(rows[0]).toMatchObject({ state: 'held', why, by: null })
      else expect(rows[0]).toMatchObject({ state: how === 'close' ? 'closed' : 'applied', by: tor.user, how, reason })
      if (isFit && how !== 'close') expect(await actorOf(change)).toMatchObject({ actor: eva.user })
      expect((await decide(tor, change, how)).status).toBe(answer.status)
      expect((await at.db.query('select max(n) as n from verdict where id = $1', [change])).rows[0].n).toBe(isFit ? 2 : 1)
    }
  }
  expect(seen.filter(([, , status]) => status === 200)).toHaveLength(HELD_REASONS.flatMap(decisionsFor).length)
  expect(await chainFault(at.db, lane)).toBeUndefined()
})

test('what is released stands in the case with its author, settles on the author’s phone, and wakes what waited for it', async () => {
  const loosened = await holding.field()
  await decide(tor, loosened, 'release')
  const own = await eva.sync({}, [loosened])
  const where: LaneId = (await actorOf(loosened)).lane
  expect(own.done?.known).toMatchObject([{ id: loosened, s: 'applied' }])
  expect(own.lanes.get(where)?.mine).toContain(loosened)
  const stop = own.rows.find((row) => row.lane === where && row.type === 'resident')?.regs.contactStop
  expect(stop).toMatchObject([{ by: loosened, actor: eva.user, v: null }])
  const other = await torsCase([])
  const root = aId()
  const first = aChange(other.lane, root, 'contribution', { worker: eva.user, note: 'Uten tilgang' }, { root })
  const sign = {
    ...signOver(root),
    lane: other.lane,
    covers: { [root]: Object.fromEntries(Object.keys(first.set ?? {}).map((f) => [f, [first.id]])) },
  }
  await eva.send(first)
  await tor.act('access', { lane: other.lane, give: [{ user: eva.user, role: 'worker' }], take: [], reason })
  expect(await eva.send(sign)).toMatchObject([{ s: 'held', why: 'awaits' }])
  await decide(tor, first.id, 'release')
  expect(await knownAs(sign.id)).toMatchObject({ s: 'applied' })
  expect((await rowsIn(eva, other.lane)).find((row) => row.id === root)?.frozen?.by).toBe(sign.id)
})

test('a clash is let through under the office’s own id, and the first words stand beside it', async () => {
  const own = await holding.clash()
  const claimed = (await at.db.query('select claims from custody where id = $1', [own])).rows[0].claims
  await decide(tor, own, 'release')
  expect(await actorOf(own)).toMatchObject({ actor: eva.user, enrol: eva.enrol, lane })
  expect(await actorOf(claimed)).toMatchObject({ actor: eva.user, lane })
  const body = JSON.parse((await at.db.query('select body from change where id = $1', [own])).rows[0].body)
  expect(body).toMatchObject({ id: own, set: { text: { v: 'Annet' } } })
})

test('a release goes no further than the guards of signatures, and says what stands in the way', async () => {
  const { root, row } = await signed()
  await tor.act('access', { lane, give: [], take: [eva.user], reason })
  const late = anEdit(row, 'note', 'For sent')
  expect(await eva.send(late)).toMatchObject([{ s: 'held', why: 'grant' }])
  expect((await decide(tor, late.id, 'release')).json).toEqual({ ok: false, code: 'not-possible' })
  expect((await heldBy(tor)).find((one) => one.id === late.id)).toMatchObject({ why: 'signed', may: ['addendum', 'close'] })
  expect((await decide(tor, late.id, 'addendum')).status).toBe(200)
  await tor.act('access', { lane, give: [{ user: eva.user, role: 'worker' }], take: [], reason })
  const beside = (await rowsIn(eva, lane)).find((one) => one.type === 'addendum' && one.regs.of?.[0]?.v === root)
  expect(beside?.regs.text).toMatchObject([{ by: late.id, actor: eva.user, v: 'For sent' }])
})

test('an addendum carries the id of what it stands for, and so settles on the author’s phone', async () => {
  const { root, row } = await signed()
  const edit = {
    ...anEdit(row, 'note', 'Rettelse'),
    set: { note: { v: 'Rettelse', over: [] }, feltSafe: { v: { v: 'ja', note: 'med følge' }, over: [] }, count: { v: 3, over: [] } },
  }
  await eva.send(edit)
  const before = (await eva.sync()).lanes.get(lane)
  await decide(tor, edit.id, 'addendum')
  const after = await eva.sync({ [lane]: [before?.head ?? 0, before?.hash ?? '', before?.view ?? 0] }, [edit.id])
  expect(after.lanes.get(lane)).toMatchObject({ mode: 'delta', mine: [edit.id] })
  expect(after.done?.known).toMatchObject([{ id: edit.id, s: 'applied' }])
  const beside = after.rows.find((one) => one.type === 'addendum')
  expect(beside?.regs.of?.[0]?.v).toBe(root)
  expect(beside?.regs.text?.[0]).toMatchObject({ by: edit.id, actor: eva.user, v: 'Rettelse\nja\nmed følge\ncount: 3' })
  expect((await rowOf(lane, root)).regs.note?.[0]?.v).toBe('Ryddig.')
})

test('what a person kept closed is told to its phone as closed, and may still be let through', async () => {
  const change = await holding.field()
  await decide(tor, change, 'close')
  expect(await knownAs(change)).toMatchObject({ s: 'closed', why: 'field' })
  expect((await heldBy(tor)).some((one) => one.id === change)).toBe(false)
  expect((await decide(tor, change, 'addendum')).status).toBe(409)
  expect((await decide(tor, change, 'release')).status).toBe(200)
  expect(await knownAs(change)).toMatchObject({ s: 'applied' })
})

test('two who decide at once: one word counts', async () => {
  const change = await holding.grant()
  await tor.act('access', {
    lane: (await heldBy(tor)).find((one) => one.id === change)?.lane,
    give: [{ user: saks.user, role: 'coordinator' }],
    take: [],
    reason,
  })
  const answers = await Promise.all([decide(tor, change, 'close'), decide(saks, change, 'release')])
  const { rows } = await at.db.query('select state from verdict where id = $1 order by n', [change])
  const states = rows.map((row) => row.state).join()
  expect(['held,applied', 'held,closed', 'held,closed,applied']).toContain(states)
  expect(answers.filter((answer) => answer.status === 200).length).toBe(rows.length - 1)
})

test('in a lane that nobody coordinates the leader decides, and in one that is not there yet the case workers too', async () => {
  const orphan = laneOf('case', aId())
  await anAccount(at.db, 'alene', ['followup_worker'])
  await (await aPhone(at.url, 'alene')).send(aChange(orphan, aId(), 'resident', { displayName: 'Alene Testesen' }))
  const marit = await aPhone(at.url, 'marit')
  const change = aChange(orphan, aId(), 'complaint', { text: 'Uvedkommende' })
  expect(await marit.send(change)).toMatchObject([{ s: 'held', why: 'grant' }])
  expect((await decide(saks, change.id, 'release')).status).toBe(404)
  expect((await decide(liv, change.id, 'release')).status).toBe(200)
  await anAccount(at.db, 'uten', ['followup_worker'])
  const uten = await aPhone(at.url, 'uten')
  await at.db.query(`update account set roles = '{}' where account = 'uten'`)
  const nowhere = aChange(laneOf('case', aId()), aId(), 'resident', { displayName: 'Ny Testesen' })
  expect(await uten.send(nowhere)).toMatchObject([{ s: 'held', why: 'grant' }])
  expect((await decide(stranger, nowhere.id, 'release')).status).toBe(404)
  expect((await decide(saks, nowhere.id, 'release')).status).toBe(200)
  const { rows } = await at.db.query('select user_id, role from access where lane = $1', [nowhere.lane])
  expect(rows).toEqual([{ user_id: saks.user, role: 'coordinator' }])
  const theirs = aChange(laneOf('user', aId()), aId(), 'safetyReport', { what: 'x' })
  expect(await eva.send(theirs)).toMatchObject([{ s: 'held', why: 'grant' }])
  expect((await heldBy(liv)).find((one) => one.id === theirs.id)).toMatchObject({ may: ['close'] })
  expect((await decide(liv, theirs.id, 'release')).status).toBe(409)
})

test('the first change of a new case from a lost phone, let through, gives its author the case', async () => {
  const lost = await aPhone(at.url, 'eva')
  await liv.act('revoke', { enrolment: lost.enrol, reason })
  const made = aChange(laneOf('case', aId()), aId(), 'resident', { displayName: 'Funnet Testesen' })
  expect(await lost.send(made)).toMatchObject([{ s: 'held', why: 'revoked' }])
  expect((await decide(saks, made.id, 'release')).status).toBe(200)
  expect((await rowsIn(eva, made.lane)).map((row) => row.type)).toEqual(['resident'])
})

test('a draft whose author has lost the case or the phone is unfinished work that the coordinator sees', async () => {
  const home = await torsCase()
  const [taken, lostDraft, going] = [aId(), aId(), aId()]
  const lost = await aPhone(at.url, 'eva')
  await eva.send(aDraft(home.lane, taken, 1, 'halvt'), aDraft(lane, going, 1, 'i gang'), aDraft(laneOf('case', aId()), aId(), 1, 'ny'))
  await lost.send(aDraft(lane, lostDraft, 1, 'på bussen'))
  const mine = async (desk: Desk) => (await unfinishedBy(desk)).filter((one) => [taken, lostDraft, going].includes(one.draft))
  expect(await mine(tor)).toEqual([])
  await tor.act('access', { lane: home.lane, give: [], take: [eva.user], reason })
  await liv.act('revoke', { enrolment: lost.enrol, reason })
  expect((await mine(tor)).map(({ draft, by, content }) => [draft, by, content])).toEqual([
    [taken, eva.user, 'halvt'],
    [lostDraft, eva.user, 'på bussen'],
  ])
  expect((await mine(evaAtDesk)).map((one) => one.draft)).toEqual([taken, lostDraft])
  for (const other of [stranger, saks, liv]) expect(await mine(other)).toEqual([])
  expect(await unfinishedBy(saks)).toEqual([])
})

test('the words of a strictly protected home stand in no list of what is held', async () => {
  const home = await torsCase()
  const draft = aId()
  const late = aChange(home.lane, aId(), 'complaint', { text: 'Adressen er hemmelig' })
  await eva.send(aDraft(home.lane, draft, 1, 'hemmelig'))
  await tor.act('access', { lane: home.lane, give: [], take: [eva.user], reason })
  await eva.send(late)
  await tor.send(aChange(home.lane, home.resident, 'resident', { addressProtection: 'strictly_confidential' }))
  const answer = await tor.ask({ ask: 'held' })
  expect(answer.text).not.toContain('hemmelig')
  expect((answer.json.held as HeldChange[]).find((one) => one.id === late.id)).toMatchObject({ why: 'grant', may: ['release', 'close'] })
  expect((await decide(tor, late.id, 'release')).status).toBe(200)
})

test('what an upgrade lets the office read is judged when it starts', async () => {
  const good = aChange(lane, aId(), 'complaint', { text: 'Fra fremtiden' }, { schema: 2 })
  const unread = { ...aChange(lane, aId(), 'complaint', {}, { schema: 2 }), kind: 'novelty', type: 'hologram' }
  expect(await eva.send(good, unread as never)).toMatchObject([
    { s: 'held', why: 'later' },
    { s: 'held', why: 'later' },
  ])
  await at.office.stop()
  await at.office.restart()
  expect(await knownAs(good.id)).toMatchObject({ s: 'held', why: 'later' })
  // An office of the next schema: what lies in custody from a desk is plain, so it can be made as if it had been this one.
  const atDesk = aChange(lane, aId(), 'complaint', { text: 'Ved pulten' }, { schema: 2 })
  expect((await tor.send(atDesk)).json.results).toMatchObject([{ s: 'held', why: 'later' }])
  await at.db.query('update custody set raw = $2 where id = $1', [atDesk.id, Buffer.from(JSON.stringify({ ...atDesk, schema: 1 }))])
  await at.office.stop()
  await at.office.restart()
  expect(await actorOf(atDesk.id)).toMatchObject({ actor: tor.user, lane })
  expect((await rowsIn(eva, lane)).some((row) => row.id === atDesk.rec)).toBe(true)
})
