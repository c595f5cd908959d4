// The rows that need no server: writing much, saving one, opening cold, reading one resident.

import { startHost } from './host.ts'
import { inTab, median, NAMES, type Name, type Options, quantile, type Row, rotated, roundsOf, spread, times } from './measure.ts'
import { countOf } from './world.ts'

const OPENINGS = 3

interface Round {
  readonly bulk: number
  readonly open: readonly number[]
  readonly cold: readonly number[]
  readonly warm: readonly number[]
  readonly saves: readonly number[]
  readonly strict: readonly number[]
}
type Rounds = Readonly<Record<Name, Round[]>>

async function oneRound(origin: string, name: Name, options: Options): Promise<Round> {
  return inTab(origin, name, async ({ call, again, context }) => {
    const bulk = await call<number>('bulk', countOf(options))
    const [open, cold, warm]: [number[], number[], number[]] = [[], [], []]
    for (let i = 0; i < OPENINGS; i++) {
      await again()
      open.push(await call<number>('open20'))
      await again()
      const read = await call<{ cold: number; warm: number }>('read500')
      cold.push(read.cold)
      warm.push(read.warm)
    }
    await again()
    await context.setOffline(true)
    const saves = await call<number[]>('saves', options.isQuick ? 100 : 300)
    const strict = name === 'dexie' ? await call<number[]>('strictSaves', options.isQuick ? 100 : 300) : []
    return { bulk, open, cold, warm, saves, strict }
  })
}

export async function stores(options: Options): Promise<readonly Row[]> {
  const host = await startHost()
  const rounds: Rounds = { dexie: [], pouch: [], rxdb: [], bofast: [] }
  try {
    for (let i = 0; i < roundsOf(options); i++) {
      for (const name of rotated(NAMES, i)) {
        const round = await oneRound(host.origin, name, options)
        if (i > 0) rounds[name].push(round)
      }
      console.error(`  stores: round ${i + 1}`)
    }
  } finally {
    host.close()
  }
  return rowsOf(rounds, countOf(options))
}

type Pick = (round: Round) => readonly number[]

/** The median of all rounds over Dexie's. */
function against(rounds: Rounds, pick: Pick, q = 0.5) {
  const of = (name: Name) => quantile(rounds[name].flatMap(pick), q)
  const text = (name: Name) => times(of(name), of('dexie'))
  return { pouch: text('pouch'), rx: text('rxdb'), ours: text('bofast'), is: of('bofast') / of('dexie') }
}
const noteOf = (rounds: Rounds, pick: Pick): string => NAMES.map((name) => `${name} ${spread(rounds[name].flatMap(pick))}`).join(', ')

function row(rounds: Rounds, what: string, pick: Pick, limit: number, q = 0.5): Row {
  const { is, ...shown } = against(rounds, pick, q)
  return { what, ...shown, target: `≤ ${limit}`, reached: is <= limit, ...(q === 0.5 ? { note: noteOf(rounds, pick) } : {}) }
}

function rowsOf(rounds: Rounds, count: number): readonly Row[] {
  const bulk: Pick = (round) => [round.bulk]
  const strict = median(rounds.dexie.flatMap((round) => round.strict))
  return [
    row(rounds, `Bulk write of ${count} ÷ Dexie`, bulk, 2.5),
    row(rounds, 'One save incl. outbox ÷ Dexie, median', (round) => round.saves, 1.8),
    row(rounds, 'One save incl. outbox ÷ Dexie, 95th percentile', (round) => round.saves, 2, 0.95),
    {
      what: '  the same ÷ Dexie asked for strict durability, median',
      ours: times(median(rounds.bofast.flatMap((round) => round.saves)), strict),
      target: '(compare)',
    },
    row(rounds, 'Cold open to the first 20 visits ÷ Dexie', (round) => round.open, 1.7),
    row(rounds, 'Reading 500 visits of one resident ÷ Dexie, cold', (round) => round.cold, 2),
    row(rounds, 'Reading 500 visits of one resident ÷ Dexie, lane open', (round) => round.warm, 0.5),
  ]
}
