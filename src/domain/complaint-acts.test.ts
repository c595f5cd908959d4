// Neighbour complaints: what is refused, how often they come, and that who complained is a record apart.

import { expect, test } from 'vitest'
import { mayWriteField } from './access.ts'
import { readCase } from './case-view.ts'
import { type ComplaintForm, type ComplaintWith, reporterIn, reporterOf, saveComplaint } from './complaint-acts.ts'
import { howOften } from './complaint-view.ts'
import { localDate } from './ids.ts'
import { patch } from './records.ts'
import { seenOf } from './register.ts'
import { aCase, applied, idsFrom, JON, LANE, MARIT, TODAY, testId } from './visit-fixture.ts'

const with_ = (more: Partial<ComplaintWith> = {}): ComplaintWith => ({
  lane: LANE,
  today: TODAY,
  me: MARIT,
  newId: idsFrom(7100),
  dwelling: testId(88),
  ...more,
})
const noise: ComplaintForm = {
  about: 'noise',
  text: ' Høy musikk ',
  receivedAt: TODAY,
  occurredAt: '',
  fromRole: 'neighbour',
  handledHow: '',
  replySent: '',
  status: 'open',
}
const kindOf = (form: Partial<ComplaintForm>) => {
  const made = saveComplaint({ ...noise, ...form }, with_())
  return made.ok ? 'saved' : made.refusal.kind
}

test('a complaint says what, when and from which side, which home, and who took it', () => {
  const made = saveComplaint(noise, with_())
  expect(made).toMatchObject({ value: { length: 1 } })
  expect(made.ok && made.value[0]?.set).toEqual({
    about: 'noise',
    text: 'Høy musikk',
    receivedAt: TODAY,
    fromRole: 'neighbour',
    status: 'open',
    receivedBy: MARIT,
    dwelling: testId(88),
  })
})

test.each<[Partial<ComplaintForm>, string]>([
  [{ about: '' }, 'pickAbout'],
  [{ fromRole: '' }, 'pickFrom'],
  [{ receivedAt: '' }, 'needsReceived'],
  [{ receivedAt: '2026-11-25' }, 'receivedAhead'],
  [{ occurredAt: '2026-11-25' }, 'occurredAfter'],
  [{ replySent: '2026-11-23' }, 'replyBefore'],
  [{ replySent: '2026-11-25' }, 'replyBefore'],
  [{ status: 'handled' }, 'handledHow'],
  [{ status: 'handled', handledHow: 'none' }, 'saved'],
  [{ status: 'disputed' }, 'saved'],
])('%j is %s', (form, kind) => expect(kindOf(form)).toBe(kind))

test('a change writes only what is another, over what was seen', () => {
  const rows = applied(aCase(), [
    patch(LANE, 'complaint', testId(80), { about: 'noise', fromRole: 'neighbour', receivedAt: TODAY, status: 'open' }),
  ])
  const row = rows.get(testId(80))
  const saved = saveComplaint({ ...noise, text: '', status: 'handled', handledHow: 'talk' }, with_({ row, seen: seenOf(row) }))
  expect(saved.ok && saved.value.map(({ set }) => set)).toEqual([{ handledHow: 'talk', status: 'handled' }])
  expect(saved.ok && saved.value[0]?.seen?.status).toEqual(seenOf(row).status)
  expect(saveComplaint({ ...noise, text: '' }, with_({ row, seen: seenOf(row) }))).toEqual({ ok: true, value: [] })
})

test('who complained is never in the complaint, and is written only where it is asked', () => {
  const named = { form: { name: 'Nabo Eksempel', phone: '0000 0117' }, row: undefined, seen: undefined }
  const made = saveComplaint(noise, with_({ reporter: named }))
  if (!made.ok) throw new Error('refused')
  expect(made.value.map(({ type }) => type)).toEqual(['complaint', 'reporter'])
  expect(JSON.stringify(made.value[0])).not.toMatch(/Eksempel|00000117/)
  expect(made.value[1]?.set).toEqual({ complaint: made.value[0]?.rec, name: 'Nabo Eksempel', phone: '00000117' })
  const rows = applied(aCase(), made.value)
  expect(reporterIn(reporterOf(rows, made.value[0]?.rec))).toEqual({ name: 'Nabo Eksempel', phone: '00000117' })
  expect(JSON.stringify(readCase(rows))).not.toContain('Nabo Eksempel')
  expect(saveComplaint(noise, with_({ reporter: { ...named, form: { name: ' ', phone: '' } } }))).toMatchObject({ value: { length: 1 } })
})

test('only one who coordinates may write who complained', () => {
  const may = (laneRole: 'worker' | 'coordinator') =>
    mayWriteField({ user: JON, roles: ['case_worker'], laneRole }, 'reporter', 'name', 'Nabo', undefined)
  expect([may('worker'), may('coordinator')]).toEqual([false, true])
})

test('complaints are counted in thirty days and in all; her own complaints are not counted against her', () => {
  const complaint = (n: number, day: string, fromRole: 'neighbour' | 'resident' = 'neighbour') =>
    patch(LANE, 'complaint', testId(80 + n), { about: 'noise', fromRole, receivedAt: localDate(day) })
  const view = readCase(
    applied(aCase(), [
      complaint(1, '2026-10-25'),
      complaint(2, '2026-10-26'),
      complaint(3, '2026-11-24'),
      complaint(4, '2026-11-20', 'resident'),
      patch(LANE, 'complaint', testId(89), { about: 'noise', fromRole: 'board' }),
    ]),
  )
  expect(howOften(view?.complaints ?? [], TODAY)).toEqual({ lately: 2, inAll: 4 })
  expect(howOften([], TODAY)).toEqual({ lately: 0, inAll: 0 })
})
