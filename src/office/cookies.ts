// The three cookies. All are HttpOnly, Secure and SameSite=Strict; a browser takes Secure cookies from http://localhost
// too. The drop cookie is good for one enrolment's drop and nothing else (DESIGN.md 5).

import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Id, isId } from '#domain/ids.ts'

const DROP = 'bofast-drop'
const PHONE = 'bofast-phone'
const DESK = 'bofast-desk'
/** 400 days, the longest a browser keeps one; renewed at each use. */
const LONGEST = 34_560_000
const strict = { httpOnly: true, secure: true, sameSite: 'Strict' } as const

export const dropCookie = (c: Context): string | undefined => getCookie(c, DROP)
export const setDropCookie = (c: Context, enrol: Id, value: string): void =>
  setCookie(c, DROP, value, { ...strict, path: `/v1/drop/${enrol}`, maxAge: LONGEST })

/**
 * Says which phone this browser is; it opens nothing. The desk refuses such a browser, a new enrolment in it takes the
 * place of the old one, and a browser that has lost everything else learns what never arrived.
 */
export const isPhone = (c: Context): boolean => getCookie(c, PHONE) !== undefined
export const markAsPhone = (c: Context, enrol: Id): void => setCookie(c, PHONE, enrol, { ...strict, path: '/v1', maxAge: LONGEST })
export function phoneIn(c: Context): Id | undefined {
  const enrol = getCookie(c, PHONE)
  return isId(enrol) ? enrol : undefined
}

export const deskCookie = (c: Context): string | undefined => getCookie(c, DESK)
/** No age: it ends with the browser, and at the office after 30 idle minutes. */
export const setDeskCookie = (c: Context, value: string): void => setCookie(c, DESK, value, { ...strict, path: '/v1' })
export const dropDeskCookie = (c: Context): void => setCookie(c, DESK, '', { ...strict, path: '/v1', maxAge: 0 })
