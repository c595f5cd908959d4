// A call that only an unlocked device can make: each request is proven by the enrolment's key over method, path, body
// and the office's time (DESIGN.md 5). A 401 carries the office's time for one more try.

import { isInstant } from '#domain/ids.ts'
import { randomId, toUtf8 } from '#sealing/bytes.ts'
import { prove } from '#sealing/proof.ts'
import { instantOf } from './clock.ts'
import { answerOf, call, isFromOffice, type Question } from './reach.ts'
import type { Room } from './room.ts'

export type ProvenQuestion = Pick<Question, 'method' | 'path' | 'signal'> & { readonly body?: string }

/** The office's answer of whatever status, or undefined when the office was not reached. */
export async function ask(room: Room, question: ProvenQuestion): Promise<Response | undefined> {
  const first = await once(room, question)
  if (first?.status !== 401) return first
  const refused = await answerOf(first, room.file.office)
  if (refused.kind !== 'refused' || !isInstant(refused.now)) return undefined
  room.flags.told = { ...room.flags.told, skewMs: Date.parse(refused.now) - Date.now() }
  return once(room, question)
}

async function once(room: Room, question: ProvenQuestion): Promise<Response | undefined> {
  const response = await call({ ...question, headers: await proof(room, question) })
  return response && isFromOffice(response, room.file.office) ? response : undefined
}

async function proof(room: Room, { method, path, body = '' }: ProvenQuestion): Promise<Record<string, string>> {
  const time = instantOf(Date.now() + (room.flags.told.skewMs ?? 0))
  const nonce = randomId()
  return {
    'Bofast-Enrol': room.file.enrol,
    'Bofast-Time': time,
    'Bofast-Nonce': nonce,
    'Bofast-Proof': await prove(room.keys.proof, { method, path, body: toUtf8(body), time, nonce }),
  }
}

const QUIET_MS = 60_000

/** Gives up on a stream that has been quiet for too long; each `heard` starts the waiting anew. */
export function patience(outer?: AbortSignal): { readonly signal: AbortSignal; readonly heard: () => void; readonly end: () => void } {
  const inner = new AbortController()
  let timer = setTimeout(() => inner.abort(), QUIET_MS)
  const heard = () => {
    clearTimeout(timer)
    timer = setTimeout(() => inner.abort(), QUIET_MS)
  }
  return { signal: outer ? AbortSignal.any([outer, inner.signal]) : inner.signal, heard, end: () => clearTimeout(timer) }
}

/** Lines of a stream as they come; ends quietly where the stream is cut, and a torn last line is not a line. */
export async function* linesOf(response: Response, heard: () => void): AsyncGenerator<string> {
  if (!response.body) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const chunk = await reader.read().catch(() => undefined)
    if (!chunk || chunk.done) break
    heard()
    rest += decoder.decode(chunk.value, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  await reader.cancel().catch(() => undefined)
}
