// Every text is said somewhere: by its own name, or by a name put together of a code that stands in the source. A text
// nobody reads is translated twice and proofread for nothing.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nb } from './nb.ts'
import { nbRest } from './nb-rest.ts'

const WORDS = /^texts\/(nb|nn|en)\b/
const texts = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !WORDS.test(file))
  .map((file) => readFileSync(join('src', file), 'utf8'))
const found = (pattern: RegExp) => new Set(texts.flatMap((text) => [...text.matchAll(pattern)].flatMap(([, word]) => word ?? [])))

const quoted = found(/'(?=([\w.-]+)')/g)
/** Of closed lists every code has its word (terms.ts), also where no screen shows it yet. */
const properties = found(/(\w+)\??:/g)
const isCode = (word: string) => quoted.has(word) || properties.has(word) || /^\d+$/.test(word)
/** `forms.refuse.${problem}`: what stands in the holes must be a code. */
const patterns = [...found(/`(\w+\.[\w.]*\$\{[^`\n]*)`/g)].map((name) => {
  const parts = name.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('([\\w.-]+)')}$`)
})
const isPutTogether = (key: string) => patterns.some((pattern) => pattern.exec(key)?.slice(1).every(isCode))

test('every text is said somewhere', () => {
  const keys = Object.keys({ ...nb, ...nbRest })
  expect(keys.length).toBeGreaterThan(2000)
  expect(keys.filter((key) => !quoted.has(key) && !isPutTogether(key))).toEqual([])
})
