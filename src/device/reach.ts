// One question to the office. Only JSON that carries the office's id and starts with `ok` is an answer; a captive
// portal's page, a redirect, a 5xx, a timeout and no network are all the same: the office was not reached.
// Used before unlock too, so no schema library here.

import { type Id, isId } from '#domain/ids.ts'

export type Json = Readonly<Record<string, unknown>>
export type Reached =
  | { readonly kind: 'answer'; readonly json: Json }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly now?: string }
  | { readonly kind: 'unreachable' }

const UNREACHABLE: Reached = { kind: 'unreachable' }
const PATIENCE_MS = 30_000

export interface Question {
  readonly method: 'GET' | 'POST'
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
  if (!isFromOffice(response, office) || !/\bjson\b/.test(response.headers.get('Content-Type') ?? '')) return UNREACHABLE
  const json = await jsonOf(response)
  if (!json || typeof json.ok !== 'boolean' || response.status >= 500) return UNREACHABLE
  if (json.ok) return response.ok ? { kind: 'answer', json } : UNREACHABLE
  const { code, now } = json
  return {
    kind: 'refused',
    status: response.status,
    code: typeof code === 'string' ? code : '',
    ...(typeof now === 'string' ? { now } : {}),
  }
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
