// Consents over time against a model: what a member may know is never more than what was said yes to and not taken back,
// whatever is asked, answered, renewed and withdrawn in between; and everything that is written is something a worker may
// write, so that the office holds none of it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayWriteField } from './access.ts'
import { addDays } from './calendar.ts'
import { readCase } from './case-view.ts'
import { TOPICS, type Topic } from './codes.ts'
import { consentFor, consentView, mayKnow, mayRead } from './consent.ts'
import {
  askAndGive,
  askAndRefuse,
  askConsent,
  giveConsent,
  type Refused,
  refuseConsent,
  withdrawConsent,
  type Yes,
} from './consent-acts.ts'
import type { Id, LocalDate } from './ids.ts'
import { patch } from './records.ts'
import type { Patch, RecordRow } from './register.ts'
import { aCase, applied, idsFrom, LANE, MARIT, TODAY, testId } from './visit-fixture.ts'

const [GROUP, HEGE, OLA] = [testId(70), testId(71), testId(72)]
const MEMBERS = [HEGE, OLA] as const
const KINDS = ['share_with_member', 'share_minutes'] as const

interface Said {
  readonly id: Id
  readonly kind: (typeof KINDS)[number]
  readonly about: Id
  readonly topics: readonly Topic[]
  readonly state: 'asked' | 'yes' | 'no' | 'gone'
  readonly until: LocalDate | undefined
}
class World {
  rows: Map<Id, RecordRow>
  today = TODAY
  said: Said[] = []
  readonly newId = idsFrom(5000)
  constructor() {
    this.rows = applied(aCase(), [
      patch(LANE, 'group', GROUP, { purpose: 'Samarbeid' }),
      patch(LANE, 'groupMember', HEGE, { group: GROUP, name: 'Hege', roleCode: 'home_help' }),
      patch(LANE, 'groupMember', OLA, { group: GROUP, name: 'Ola', roleCode: 'gp' }),
    ])
  }

  do(made: Refused): boolean {
    if (!made.ok) return false
    for (const one of made.value) this.isAllowed(one)
    this.rows = applied(this.rows, made.value)
    return true
  }

  /** The office would apply it. */
  private isAllowed(made: Patch): void {
    const writer = { user: MARIT, roles: ['followup_worker'] as const, laneRole: 'worker' as const }
    for (const [field, v] of Object.entries(made.set))
      expect([made.type, field, mayWriteField(writer, made.type, field, v, this.rows.get(made.rec))]).toEqual([made.type, field, true])
  }

  known(kind: Said['kind'], about: Id): readonly Topic[] {
    const standing = this.said.filter(
      (one) => one.kind === kind && one.about === about && one.state === 'yes' && (one.until ?? '9') >= this.today,
    )
    return TOPICS.filter((topic) => standing.some(({ topics }) => topics.includes(topic)))
  }
}

type Step = (world: World) => void
const change = (world: World, of: Id, state: Said['state']): void => {
  world.said = world.said.map((one) => (one.id === of ? { ...one, state } : one))
}
const replace = (world: World, by: Said): void => {
  world.said = world.said.map((one) =>
    one.id !== by.id && one.kind === by.kind && one.about === by.about && one.state === 'yes' ? { ...one, state: 'gone' } : one,
  )
}
const yes = (world: World, days: number | undefined): Yes => ({
  by: 'Prøve Eksempel',
  as: 'self',
  how: 'oral_witnessed',
  witness: 'Marit',
  on: world.today,
  ...(days === undefined ? {} : { validTo: addDays(world.today, days) }),
})
const acting = (world: World) => ({ me: MARIT, today: world.today })

const question = fc.record({
  kind: fc.constantFrom(...KINDS),
  about: fc.constantFrom(...MEMBERS),
  topics: fc.uniqueArray(fc.constantFrom(...TOPICS), { minLength: 1, maxLength: 4 }),
})
const days = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined })
const asking = question.map(
  (asked): Step =>
    (world) => {
      const id = world.newId()
      if (world.do(askConsent(LANE, id, { ...asked, text: 'Ord', version: 1 })))
        world.said.push({ ...asked, id, state: 'asked', until: undefined })
    },
)
const answeringAtOnce = fc.tuple(question, days, fc.boolean()).map(
  ([asked, until, isYes]): Step =>
    (world) => {
      const id = world.newId()
      const words = { ...asked, text: 'Ord', version: 1 }
      const given = yes(world, until)
      const made = isYes ? askAndGive(world.rows, LANE, id, words, given, acting(world)) : askAndRefuse(LANE, id, words, world.today)
      if (!world.do(made)) return
      const said: Said = { ...asked, id, state: isYes ? 'yes' : 'no', until: given.validTo }
      world.said.push(said)
      if (isYes) replace(world, said)
    },
)
const answering = fc.tuple(fc.nat(), days, fc.boolean()).map(
  ([which, until, isYes]): Step =>
    (world) => {
      const one = world.said[which % Math.max(1, world.said.length)]
      const row = one && world.rows.get(one.id)
      if (!one || !row) return
      const given = yes(world, until)
      const isDone = world.do(isYes ? giveConsent(world.rows, row, given, acting(world)) : refuseConsent(row, acting(world)))
      expect(isDone).toBe(one.state === 'asked')
      if (!isDone) return
      world.said = world.said.map((said) =>
        said.id === one.id ? { ...said, state: isYes ? 'yes' : 'no', until: isYes ? given.validTo : undefined } : said,
      )
      if (isYes) replace(world, one)
    },
)
const withdrawing = fc.nat().map(
  (which): Step =>
    (world) => {
      const one = world.said[which % Math.max(1, world.said.length)]
      const row = one && world.rows.get(one.id)
      const view = readCase(world.rows)
      if (!one || !row || !view) return
      const { rows, newId } = world
      const made = withdrawConsent(consentView(row), { view, rows, newId, title: () => 'Si fra', assignee: MARIT, ...acting(world) })
      expect(world.do(made)).toBe(one.state === 'yes')
      if (made.ok) change(world, one.id, 'gone')
    },
)
const passing = fc.integer({ min: 1, max: 9 }).map(
  (n): Step =>
    (world) => {
      world.today = addDays(world.today, n)
    },
)

test('what a member may know is what stands as a yes today, whatever was asked, answered, renewed and withdrawn before', () => {
  const steps = fc.array(fc.oneof(asking, answeringAtOnce, answering, withdrawing, passing), { maxLength: 30 })
  fc.assert(
    fc.property(steps, (all) => {
      const world = new World()
      for (const step of all) {
        step(world)
        const view = readCase(world.rows)
        if (!view) throw new Error('no case')
        for (const id of MEMBERS) {
          const member = { id, role: 'gp' as const }
          const [told, minutes] = [world.known('share_with_member', id), world.known('share_minutes', id)]
          expect(mayKnow(member, view.consents, world.today)).toEqual(told)
          const read = mayRead(member, view.consents, world.today)
          for (const topic of read) expect([...told, ...minutes]).toContain(topic)
          expect(mayKnow({ ...member, to: world.today }, view.consents, world.today)).toEqual([])
          expect(mayRead({ ...member, to: world.today }, view.consents, world.today)).toEqual([])
          for (const kind of KINDS) expect(consentFor(view, kind, id, world.today) !== undefined).toBe(world.known(kind, id).length > 0)
        }
      }
    }),
    { numRuns: 150 },
  )
})
