// The desk casebook: the same door, with the office behind it and nothing on disk.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Casebook } from '#device/casebook.ts'
import { openDesk, resumeDesk, signIn } from '#device/vault.ts'
import { instant } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { seenOf } from '#domain/register.ts'
import { aCase, changeOf, closeAll, freshBrowser, naming, opened, until, valuesOf } from '../support/browser.ts'
import { type MemoryOffice, memoryOffice, newId, offline } from '../support/memory-office.ts'

let office: MemoryOffice
beforeEach(() => {
  office = memoryOffice()
  freshBrowser(office)
})
afterEach(closeAll)

async function atDesk(onSignedOut?: () => void): Promise<Casebook> {
  const ticket = await signIn('kari', 'demo')
  if (ticket.kind !== 'ticket') throw new Error(ticket.kind)
  const casebook = await openDesk(ticket.ticket, onSignedOut)
  if (!('watch' in casebook)) throw new Error(casebook.kind)
  opened.push(casebook)
  return casebook
}

test('a change at the desk is true when the office has it, and is read back at once', async () => {
  const casebook = await atDesk()
  const { lane, resident } = aCase()
  const recorded = await casebook.record([naming(lane, resident, 'Kari')])
  expect(recorded.ok).toBe(true)
  const answer = await until(casebook, { ask: 'resident', lane })
  expect(valuesOf(answer, resident, 'displayName')).toEqual(['Kari'])
  expect((await until(casebook, { ask: 'residents' })).summaries.map(({ name }) => name)).toEqual(['Kari'])
})

test('an answer lost on the way is asked for again with the same ids, and counts once', async () => {
  const casebook = await atDesk()
  const { lane, resident } = aCase()
  office.network.losesAnswerTo = '/v1/desk/changes'
  setTimeout(() => {
    office.network.losesAnswerTo = undefined
  }, 300)
  expect((await casebook.record([naming(lane, resident, 'Kari')])).ok).toBe(true)
  expect(office.journal(lane)?.entries).toHaveLength(1)
})

test('without the office a change is refused and the text stays where it is', async () => {
  const casebook = await atDesk()
  office.network.instead = offline
  const { lane, resident } = aCase()
  expect(await casebook.record([naming(lane, resident, 'Kari')])).toEqual({ ok: false, refusal: { kind: 'unreachable' } })
  expect(await casebook.sendNow()).toBe('done')
})

test('a session that has ended says so once, and takes nothing more', async () => {
  let signedOut = 0
  const casebook = await atDesk(() => {
    signedOut += 1
  })
  const { lane, resident } = aCase()
  office.state.deskUser = undefined
  expect(await casebook.record([naming(lane, resident, 'Kari')])).toEqual({ ok: false, refusal: { kind: 'signedOut' } })
  expect(await casebook.record([naming(lane, resident, 'Kari')])).toEqual({ ok: false, refusal: { kind: 'signedOut' } })
  expect(signedOut).toBe(1)
})

test('a poke makes the desk ask again', async () => {
  const casebook = await atDesk()
  const { lane, resident } = aCase()
  office.give(lane, casebook.me, 'coordinator')
  await vi.waitFor(() => expect(office.pokers.size).toBe(1), 60_000)
  const coming = until(casebook, { ask: 'residents' }, ({ summaries }) => summaries.length === 1)
  office.write(casebook.me, changeOf(naming(lane, resident, 'Kari')))
  expect((await coming).summaries[0]?.name).toBe('Kari')
})

test('a signature at the desk covers what stands, and what is held is shown with its reason', async () => {
  const casebook = await atDesk()
  const { lane, resident } = aCase()
  const plan = newId()
  await casebook.record([naming(lane, resident, 'Kari')])
  await casebook.record([patch(lane, 'plan', plan, { version: 1 }, { root: plan })], { sign: { lane, root: plan } })
  const { rows } = await until(casebook, { ask: 'resident', lane })
  expect(rows.get(plan)?.frozen).toBeDefined()
  await casebook.record([patch(lane, 'plan', plan, { background: 'Ny tekst' }, { root: plan, seen: seenOf(rows.get(plan)) })])
  const { sending } = await until(casebook, { ask: 'sending' })
  expect(sending.held.map(({ why }) => why)).toEqual(['signed'])
})

test('a desk draft lives in memory only, and nothing at all is on disk', async () => {
  const casebook = await atDesk()
  const { lane, resident } = aCase()
  await casebook.keepDraft({ id: newId(), lane, rec: resident, rev: 1, seen: {}, content: 'halv', at: instant('2026-11-22T10:00:00Z') })
  expect((await until(casebook, { ask: 'today' })).drafts).toHaveLength(1)
  expect(await indexedDB.databases()).toEqual([])
})

test('a case that is not yours is answered like one that is not there', async () => {
  const casebook = await atDesk()
  const { lane, resident } = aCase()
  office.give(lane, newId())
  office.write([...(office.journal(lane)?.access.keys() ?? [])][0] ?? newId(), changeOf(naming(lane, resident, 'Kari')))
  expect((await until(casebook, { ask: 'resident', lane })).rows.size).toBe(0)
})

test('a desk that is reloaded goes on with its session, and without one it must sign in', async () => {
  expect(await resumeDesk()).toBeUndefined()
  const first = await atDesk()
  first.close()
  office.state.deskUser = first.me
  const again = await resumeDesk()
  if (again) opened.push(again.casebook)
  expect(again?.casebook.me).toBe(first.me)
})

test('what is held is shown with what may be done, and a decision is true when the office has made it', async () => {
  const casebook = await atDesk()
  const { lane, resident } = aCase()
  office.give(lane, casebook.me, 'coordinator')
  const [kept, released] = [changeOf(naming(lane, resident, 'A')), changeOf(naming(lane, resident, 'B'))]
  for (const change of [kept, released]) office.write(newId(), change)
  const { held = [] } = await until(casebook, { ask: 'held' })
  expect(held.map(({ id, why, may }) => [id, why, may])).toEqual([kept, released].map(({ id }) => [id, 'grant', ['release', 'close']]))
  expect(await casebook.office?.decide(released.id, 'release', 'Riktig sted')).toEqual({ ok: true })
  expect(await casebook.office?.decide(kept.id, 'close', 'Gjelder en annen')).toEqual({ ok: true })
  expect((await until(casebook, { ask: 'held' }, (answer) => answer.held?.length === 0)).held).toEqual([])
  expect(valuesOf(await until(casebook, { ask: 'resident', lane }), resident, 'displayName')).toEqual(['B'])
})

test('who has the case comes with it, and moves in one step', async () => {
  const casebook = await atDesk()
  const { lane, resident } = aCase()
  const [worker, other] = [newId(), newId()]
  office.give(lane, casebook.me, 'coordinator')
  office.give(lane, worker)
  office.write(worker, changeOf(naming(lane, resident, 'Kari')))
  expect((await until(casebook, { ask: 'resident', lane })).access?.map(({ user }) => user)).toContain(worker)
  const acted = await casebook.office?.setAccess(lane, { give: [{ user: other, role: 'worker' }], take: [worker], reason: 'Permisjon' })
  expect(acted).toEqual({ ok: true })
  const { access } = await until(
    casebook,
    { ask: 'resident', lane },
    (answer) => answer.access?.some(({ user }) => user === other) === true,
  )
  expect(access?.map(({ user }) => user)).not.toContain(worker)
})

test('a no from the office, no answer and no session are told apart', async () => {
  const casebook = await atDesk()
  const { lane, resident } = aCase()
  const refused = (kind: string) => ({ ok: false, refusal: { kind } })
  expect(await casebook.office?.decide(newId(), 'release', 'Finnes ikke')).toEqual(refused('notAllowed'))
  const change = changeOf(naming(lane, resident, 'Kari'))
  office.give(lane, newId())
  office.write(newId(), change)
  await casebook.office?.decide(change.id, 'close', 'En gang')
  expect(await casebook.office?.decide(change.id, 'close', 'En gang til')).toEqual(refused('notAllowed'))
  expect(await casebook.office?.erase(lane, undefined, 'Ikke min')).toEqual(refused('notAllowed'))
  expect(await casebook.office?.erase(lane, [change.id], 'Feil person')).toEqual({ ok: true })
  office.network.instead = offline
  expect(await casebook.office?.decide(change.id, 'close', 'Uten nett')).toEqual(refused('unreachable'))
  office.network.instead = undefined
  office.state.deskUser = undefined
  expect(await casebook.office?.decide(change.id, 'close', 'Uten økt')).toEqual(refused('signedOut'))
  expect(await casebook.office?.setAccess(lane, { give: [], take: [], reason: 'x' })).toEqual(refused('signedOut'))
})
