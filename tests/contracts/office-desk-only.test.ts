// What is kept at the office and read at the desk by those who coordinate the case, and is on no phone whoever has it: not
// the first time, not as what moved, not afresh, not after the office was restored or started again. The national identity
// number (DOMAIN.md 2.1) and who complained (2.17, N 5.6 box); what each belongs to is read by everybody with the case.

import { beforeAll, describe, expect, test } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import type { Change, Cursor } from '#sync/wire.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aDesk, aId, anEdit, aPhone, type Desk, type Phone } from '../support/caller.ts'

interface Secret {
  readonly type: 'identity' | 'reporter'
  /** The field that is written again. */
  readonly field: string
  /** Nobody's: they are only looked for. */
  readonly words: readonly [string, ...string[]]
  /** What it belongs to, which phones and desks get, and its words; the secret itself. */
  readonly made: (lane: LaneId) => { readonly open: Change; readonly secret: Change }
  readonly openWords: string
}

const SECRETS: Readonly<Record<string, Secret>> = {
  'the national identity number': {
    type: 'identity',
    field: 'nationalId',
    words: ['99999900000'],
    openWords: 'Nora Testesen',
    made: (lane) => ({
      open: aChange(lane, aId(), 'resident', { displayName: 'Nora Testesen' }),
      secret: aChange(lane, aId(), 'identity', { nationalId: '99999900000' }),
    }),
  },
  'who complained': {
    type: 'reporter',
    field: 'name',
    words: ['Nabo Hemmeligsen', '00000117'],
    openWords: 'Høy musikk etter klokka 23.',
    made: (lane) => {
      const set = { about: 'noise', text: 'Høy musikk etter klokka 23.', fromRole: 'neighbour', receivedAt: '2026-11-20' }
      const open = aChange(lane, aId(), 'complaint', set)
      return { open, secret: aChange(lane, aId(), 'reporter', { complaint: open.rec, name: 'Nabo Hemmeligsen', phone: '00000117' }) }
    },
  },
}

const at = anOffice({ tor: ['followup_worker', 'case_worker', 'leader'], saks: ['case_worker'] })
/** The coordinator's and the worker's. */
let phones: { readonly tor: Phone; readonly marit: Phone }

beforeAll(async () => {
  phones = { tor: await aPhone(at.url, 'tor'), marit: await aPhone(at.url, 'marit') }
})

type Read = Awaited<ReturnType<Phone['sync']>>
const cursorsOf = (read: Read): Record<string, Cursor> =>
  Object.fromEntries([...read.lanes.values()].map((one): [string, Cursor] => [one.l, [one.head, one.hash, one.view]]))

describe.each(Object.entries(SECRETS))('%s', (_name, { type, field, words, made, openWords }) => {
  /** Coordinates the case. */
  let tor: Desk
  /** Follows the case up, with a desk of her own. */
  let saks: Desk
  let lane: LaneId
  let open: Id
  let secret: Id

  beforeAll(async () => {
    tor = await aDesk(at.url, 'tor')
    saks = await aDesk(at.url, 'saks')
    lane = laneOf('case', aId())
    const there = made(lane)
    open = there.open.rec
    secret = there.secret.rec
    const first = there.open.type === 'resident' ? [] : [aChange(lane, aId(), 'resident', { displayName: 'Nora Testesen' })]
    const answer = await tor.send(...first, there.open, there.secret)
    expect(answer.json.results).toMatchObject([...first, there.open, there.secret].map(() => ({ s: 'applied' })))
    const give = [
      { user: phones.marit.user, role: 'worker' },
      { user: saks.user, role: 'worker' },
    ]
    expect((await tor.act('access', { lane, give, take: [], reason: 'Deles' })).json).toEqual({ ok: true })
  })

  function without(text: string): void {
    for (const word of words) expect(text).not.toContain(word)
  }
  function saysNothing(read: Read): void {
    without(JSON.stringify(read.lines))
    expect(read.rows.filter((row) => row.id === secret || row.type === type)).toEqual([])
  }
  const rowsAt = async (desk: Desk): Promise<readonly { id: Id; type: string }[]> =>
    (await desk.ask({ ask: 'resident', lane })).json.rows as { id: Id; type: string }[]

  test('a phone gets what it belongs to and nothing of it, the coordinator’s no more than the worker’s, and as much as it is told to expect', async () => {
    for (const phone of Object.values(phones)) {
      const read = await phone.sync()
      saysNothing(read)
      expect(read.rows.some((row) => row.lane === lane && row.id === open)).toBe(true)
      expect(read.lines.filter((line) => line.k === 'start')[0]).toMatchObject({ rows: read.rows.length })
    }
  })

  test('no phone gets it as what moved, and the lane’s chain stands on every phone as at the office', async () => {
    for (const phone of Object.values(phones)) {
      const before = await phone.sync()
      const row = (await rowsAt(tor)).find((one) => one.id === secret)
      const edit = anEdit(row as Parameters<typeof anEdit>[0], field, words[0])
      expect((await tor.send(edit)).json.results).toMatchObject([{ s: 'applied' }])
      const moved = await phone.sync(cursorsOf(before))
      saysNothing(moved)
      expect(moved.lanes.get(lane)?.mode).toBe('delta')
      const { rows } = await at.db.query<{ head: number; head_hash: string }>('select head, head_hash from lane where id = $1', [lane])
      expect(moved.lanes.get(lane)).toMatchObject({ head: Number(rows[0]?.head), hash: rows[0]?.head_hash })
      // Its own cursor is good for the next time: nothing is fetched afresh because something was left out.
      const same = await phone.sync({ ...cursorsOf(before), ...cursorsOf(moved) })
      expect(same.lanes.has(lane)).toBe(false)
    }
  })

  test('no phone gets it when its cursor is of another chain, as after a restore, or of another view', async () => {
    for (const phone of Object.values(phones)) {
      const read = await phone.sync()
      const [head, hash, view] = cursorsOf(read)[lane] ?? [0, '', 1]
      const restored = await phone.sync({ ...cursorsOf(read), [lane]: [head, 'f'.repeat(64), view] })
      expect(restored.lanes.get(lane)?.mode).toBe('reset')
      saysNothing(restored)
      const afresh = await phone.sync({ ...cursorsOf(read), [lane]: [head, hash, view + 7] })
      expect(afresh.lanes.get(lane)?.mode).toBe('snap')
      saysNothing(afresh)
    }
  })

  test('at the desk it is in the case of one who coordinates it, in nobody else’s, and in no list', async () => {
    expect((await rowsAt(tor)).some(({ id }) => id === secret)).toBe(true)
    expect((await rowsAt(saks)).some(({ id }) => id === open)).toBe(true)
    const theirs = (await saks.ask({ ask: 'resident', lane })).text
    expect(theirs).toContain(openWords)
    without(theirs)
    for (const desk of [tor, saks])
      for (const ask of ['today', 'residents', 'inbox', 'held', 'sending']) without((await desk.ask({ ask })).text)
  })

  test('who does not coordinate cannot write one, from a phone or a desk; a complaint anybody with the case may', async () => {
    const another = () => aChange(lane, aId(), type, { [field]: 'En annen' })
    expect(await phones.marit.send(another())).toMatchObject([{ s: 'held', why: 'field' }])
    expect((await saks.send(another())).json.results).toMatchObject([{ s: 'held', why: 'field' }])
    expect((await tor.send(another())).json.results).toMatchObject([{ s: 'applied' }])
    const complaint = aChange(lane, aId(), 'complaint', { about: 'smell', fromRole: 'anonymous', receivedAt: '2026-11-22' })
    expect(await phones.marit.send(complaint)).toMatchObject([{ s: 'applied' }])
  })

  test('a restart and what the office prints say nothing of it', async () => {
    await at.office.stop()
    await at.office.restart()
    for (const phone of Object.values(phones)) saysNothing(await phone.sync())
    without(at.office.printed())
  })

  test('an erasure reaches it everywhere, and leaves what it belongs to', async () => {
    const { rows: before } = await at.db.query<{ id: Id }>('select id from change where lane = $1 and rec = $2', [lane, secret])
    const desk = await aDesk(at.url, 'tor')
    expect((await desk.act('erase', { lane, ids: before.map(({ id }) => id), reason: 'Feil person' })).json).toEqual({ ok: true })
    const tables = await at.db.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'bofast'`)
    for (const { name } of tables.rows)
      for (const word of words) {
        const { rowCount } = await at.db.query(`select 1 from ${name} t where position($1 in t::text) > 0 limit 1`, [word])
        expect([name, rowCount]).toEqual([name, 0])
      }
    const { text } = await desk.ask({ ask: 'resident', lane })
    without(text)
    expect(text).toContain(openWords)
  })
})
