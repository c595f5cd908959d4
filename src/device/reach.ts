// One question to the office. Only JSON that carries the office's id and starts with `ok` is an answer; a captive
// portal's page, a redirect, a 5xx, a timeout and no network are all the same: the office was not reached.
// Used before unlock too, so no schema library here.

import { type Id, isId } from '#domain/ids.ts'

export type Json = Readonly<Record<string, unknown>>
export type Reached =
  | { readonly kind: 'answer'; readonly json: Json }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly now?: string; readonly waitMs?: number }
  /** `status`: something answered, though not as the office does when it has heard us. */
  | { readonly kind: 'unreachable'; readonly status?: number; readonly waitMs?: number }

const UNREACHABLE: Reached = { kind: 'unreachable' }
const PATIENCE_MS = 30_000

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Never follows a redirect: the office does not send any, a portal does. Undefined when there was no network. */
export async function call(question: Question): Promise<Response | undefined> {
  const { method, path, body, headers, signal = AbortSignal.timeout(PATIENCE_MS) } = question
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' }
  try {
    return await fetch(path, {
      method,
      headers: { ...type, ...headers },
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal,
      ...(body === undefined ? {} : { body }),
    })
  } catch {
    return undefined
  }
}

/** Did the office itself say this? Before enrolment any well-formed office id will do. */
export function isFromOffice(response: Response, office?: Id): boolean {
  const said = response.headers.get('Bofast-Office')
  return office === undefined ? isId(said) : said === office
}

export async function reach(question: Question, office?: Id): Promise<Reached> {
  const response = await call(question)
  return response ? answerOf(response, office) : UNREACHABLE
}

export const postJson = (path: string, value: unknown, office?: Id): Promise<Reached> =>
  reach({ method: 'POST', path, body: JSON.stringify(value) }, office)

export async function answerOf(response: Response, office?: Id): Promise<Reached> {
  const { status, headers } = response
  const wait = waitOf(headers.get('Retry-After'))
  const silent: Reached = { kind: 'unreachable', status, ...wait }
  if (!isFromOffice(response, office) || !/\bjson\b/.test(headers.get('Content-Type') ?? '')) return silent
  const json = await jsonOf(response)
  if (!json || typeof json.ok !== 'boolean' || status >= 500) return silent
  if (json.ok) return response.ok ? { kind: 'answer', json } : silent
  const { code, now } = json
  return { kind: 'refused', status, code: typeof code === 'string' ? code : '', ...(typeof now === 'string' ? { now } : {}), ...wait }
}

const LONGEST_WAIT_S = 900
/** `Retry-After` in seconds; whoever says more than a quarter of an hour is asked again after that all the same. */
function waitOf(header: string | null): { readonly waitMs?: number } {
  const seconds = Number(header)
  return seconds > 0 ? { waitMs: Math.min(seconds, LONGEST_WAIT_S) * 1000 } : {}
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

async function jsonOf(response: Response): Promise<Json | undefined> {
  try {
    const value: unknown = await response.json()
    return isJson(value) ? value : undefined
  } catch {
    return undefined
  }
}
