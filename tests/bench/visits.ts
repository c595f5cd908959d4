// The fictional visits every store is measured with: 950 bytes each as plain JSON, the same ones for all, made from one
// seed. The words are varied as notes are, so that a store that compresses gains what it would gain in use.

export interface Visit {
  readonly id: string
  readonly resident: string
  readonly start: string
  readonly kind: string
  readonly status: string
  readonly workers: readonly string[]
  readonly outcome: { readonly code: string; readonly note: string }
}

export const BYTES_EACH = 950
export const PER_RESIDENT = 500
const WORDS =
  'husleie nabo støy kjøkken vindu avtale brev strøm regning besøk kaffe trapp nøkkel lege time buss butikk penger fast tid ' +
  'rydding bod søppel sofa seng klær vask dusj mat middag frokost samtale tlf kommune kontor skjema søknad svar vedtak klage ' +
  'ønsker trenger kjenner husker glemte fikk ga sa spurte ringte møtte kom gikk satt lo gråt tenkte mente ville kunne skulle ' +
  'rolig urolig sliten glad lei trygg redd klar usikker åpen stille ny gammel liten stor første neste siste hver annen ' +
  'mandag tirsdag onsdag torsdag fredag uke måned morgen kveld nå da før etter med uten til fra over under ved om på av for og ' +
  'men eller fordi siden når hvis som den det han hun vi dere oss seg sin mitt vårt ikke alltid aldri ofte sjelden litt mye'
const VOCABULARY = WORDS.split(' ')
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const CODES = ['home_full', 'home_short', 'not_home', 'declined_entry', 'unwell']

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const letters = (next: () => number): string => LETTERS.charAt(Math.floor(next() * 64))
/** 22 characters, as every id of ours. */
export const anId = (next: () => number): string => `${Array.from({ length: 21 }, () => letters(next)).join('')}A`
export const residentOf = (n: number): string => anId(numbers(1_000_000 + n))

/** Cut or filled to the length; every character of it is one or two bytes. */
function words(next: () => number, bytes: number): string {
  let text = ''
  let size = 0
  const encoder = new TextEncoder()
  while (size < bytes) {
    const isEnd = next() < 0.08
    const word = `${VOCABULARY[Math.floor(next() * VOCABULARY.length)] ?? ''}${isEnd ? '. ' : ' '}`
    text += word
    size += encoder.encode(word).length
  }
  return text.slice(0, text.length - (size - bytes))
}

/** Visit `i` of the resident; every 25th lies ahead. */
export function aVisit(resident: string, i: number): Visit {
  const next = numbers([...resident].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), i * 7919))
  const isAhead = i % 25 === 0
  const day = isAhead ? new Date(Date.UTC(2026, 10, 25 + (i % 60))) : new Date(Date.UTC(2025, 0, 1 + (i % 600)))
  const start = `${day.toISOString().slice(0, 10)}T${String(9 + Math.floor(next() * 8)).padStart(2, '0')}:${next() < 0.5 ? '00' : '30'}`
  const visit = {
    id: anId(next),
    resident,
    start,
    kind: 'followup',
    status: isAhead ? 'planned' : 'done',
    workers: [residentOf(90)],
    outcome: { code: CODES[Math.floor(next() * CODES.length)] ?? '', note: '' },
  }
  const note = words(next, BYTES_EACH - JSON.stringify(visit).length)
  return { ...visit, outcome: { ...visit.outcome, note } }
}

/** `count` visits, 500 for each resident unless told otherwise. */
export const visits = (count: number, each: number = PER_RESIDENT): readonly Visit[] =>
  Array.from({ length: count }, (_, n) => aVisit(residentOf(Math.floor(n / each)), n % each))

/** Made offline: new visits for 20 residents (from `first` on), none of them made before. */
export const laterVisits = (count: number, from: number, first = 0): readonly Visit[] =>
  Array.from({ length: count }, (_, n) => aVisit(residentOf(first + (n % 20)), 100_000 + from + n))

/** For saving one by one: residents in turn. */
export const singles = (count: number): readonly Visit[] => laterVisits(count, -50_000)
