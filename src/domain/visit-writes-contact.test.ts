// «Kan vi kontakte …?» at a visit: what a yes, a no and no answer leave of consent.

import { expect, test } from 'vitest'
import type { StepAnswer } from './answers.ts'
import type { Step } from './guide.ts'
import type { Id } from './ids.ts'
import type { RecordRow } from './register.ts'
import { setsOf, TODAY } from './visit-fixture.ts'
import { finished, given, same, step, viewOf } from './visit-writes-fixture.ts'

const people = (...named: { name: string; relation: string; mayContact?: 'yes' | 'no' }[]): StepAnswer =>
  given({ is: 'people', people: named })
const KIN: readonly Step[] = [step('kin', [{ kind: 'relatives' }], { type: 'people', people: { relations: [], asksContact: true } })]
const kinConsents = (rows: ReadonlyMap<Id, RecordRow>) => viewOf(rows).consents.filter(({ kind }) => kind === 'contact_relative')

test('«kan vi kontakte ham?» with a yes is a consent of its own about him, said aloud and witnessed', () => {
  const { rows, patches } = finished(
    KIN,
    { kin: people({ name: 'Ola', relation: 'sibling', mayContact: 'yes' }) },
    { with: { myName: 'Marit' } },
  )
  const relative = patches.find(({ type }) => type === 'relative')
  expect(relative?.set).toMatchObject({ name: 'Ola', mayContact: true })
  expect(setsOf(patches, 'consent')).toEqual([
    {
      kind: 'contact_relative',
      text: 'Ja til contact_relative: Ola',
      version: 2,
      about: relative?.rec,
      how: 'oral_witnessed',
      given: { by: 'Prøve Eksempel', on: TODAY, as: 'self', witness: 'Marit' },
    },
  ])
  const again = finished(KIN, { kin: people({ name: 'ola', relation: 'sibling', mayContact: 'yes' }) }, { rows, from: 3000 })
  expect(setsOf(again.patches, 'consent')).toEqual([])
})

test('a no, or no answer, makes no consent; a no takes back the yes that stood', () => {
  const said = (mayContact?: 'yes' | 'no') => ({ kin: people({ name: 'Ola', relation: 'sibling', ...(mayContact ? { mayContact } : {}) }) })
  const no = finished(KIN, said('no'))
  expect(setsOf(no.patches, 'relative')).toMatchObject([{ name: 'Ola', mayContact: false }])
  expect(kinConsents(no.rows)).toEqual([])
  expect(kinConsents(finished(KIN, said()).rows)).toEqual([])
  const before = finished(KIN, said('yes')).rows
  expect(kinConsents(finished(KIN, said(), { rows: before, from: 3000 }).rows)).toMatchObject([{ state: 'given' }])
  const taken = finished(KIN, said('no'), { rows: before, from: 3000 })
  expect(kinConsents(taken.rows)).toMatchObject([{ state: 'withdrawn', isReplaced: false, withdrawnOn: TODAY }])
})

test('somebody without a name is asked about as what they are to her, and without words to ask with there is no consent', () => {
  const relations = [{ code: 'sibling', text: same('Søsken') }]
  const steps = [step('kin', [{ kind: 'relatives' }], { type: 'people', people: { relations, asksContact: true } })]
  const answers = { kin: people({ name: '', relation: 'sibling', mayContact: 'yes' }) }
  expect(setsOf(finished(steps, answers).patches, 'consent')).toMatchObject([{ text: 'Ja til contact_relative: Søsken' }])
  const packs = { consentText: () => ({ text: '', version: 1 }), needsConsent: () => undefined }
  expect(setsOf(finished(steps, answers, { with: { packs } }).patches, 'consent')).toEqual([])
})
