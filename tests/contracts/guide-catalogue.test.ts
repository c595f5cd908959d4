// Guides name instruments, services and consents by code; what they are stands in rules/. Neither room imports the other,
// so it is checked here that every code there is known.

import { expect, test } from 'vitest'
import type { Write } from '#domain/guide.ts'
import { GUIDES } from '#guides/registry.ts'
import { CATALOGUE } from '#rules/catalogue.ts'
import { asksWhat, asksWho, CONSENT_TEXTS } from '#rules/consent-texts.ts'

const writes: readonly Write[] = GUIDES.flatMap(({ blocks }) => blocks.flatMap(({ steps }) => steps.flatMap((step) => step.writes)))
const known = new Set(CATALOGUE.map(({ code }) => code))

test('every instrument and service a guide offers stands in the catalogue', () => {
  const named = writes.flatMap((write) =>
    write.kind === 'grant' ? [write.code] : write.kind === 'grants' ? Object.values(write.codes) : [],
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((code) => !known.has(code))).toEqual([])
})

test('every consent a guide asks for has its words, and what of and with whom where those words ask', () => {
  const asked = writes.flatMap((write) => (write.kind === 'consent' ? [write] : []))
  expect(asked.length).toBeGreaterThan(2)
  for (const { consent, scope } of asked) {
    expect(CONSENT_TEXTS[consent].nb).not.toBe('')
    if (asksWhat(consent) || asksWho(consent)) expect(scope?.nb ?? '', consent).not.toBe('')
  }
})
