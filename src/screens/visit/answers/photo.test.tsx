// Taking a picture and taking it away, with the browser's own drawing played here: what is recorded, in which order, and
// that nothing is left where something could not be kept. The real drawing is in tests/journeys/photo.spec.ts.

import { screen as shown, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Attachment, Casebook, Recorded } from '#device/casebook.ts'
import type { Patch } from '#domain/register.ts'
import { loadAllWords } from '#texts/say.ts'
import { anId, VISIT } from '../visit-builders.ts'
import { askAbout } from './asked-builder.tsx'

beforeAll(() => loadAllWords('nb'))
beforeEach(() => {
  vi.stubGlobal('createImageBitmap', async (file: File) => {
    if (file.name !== 'brev.jpg') throw new DOMException('no picture')
    return { width: 4000, height: 3000, close: () => undefined }
  })
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ fillRect: () => undefined, drawImage: () => undefined } as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (this: HTMLCanvasElement, done) {
    const { buffer } = new Uint8Array([this.width / 100, this.height / 100])
    const made = { type: 'image/jpeg', arrayBuffer: async () => buffer }
    done(made as never)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const LETTER = { type: 'photo', photo: { kind: 'letter_in' }, hasNote: true } as const
const A_LETTER = new File(['x'], 'brev.jpg', { type: 'image/jpeg' })

/** The phone, with what it was given to seal, in its order among what was recorded. */
function aPhone(more: { readonly undone?: boolean; readonly mayRecord?: (patch: Patch | undefined) => boolean } = {}) {
  const done: string[] = []
  const attached: Attachment[] = []
  const undo = async () => {
    done.push('undo')
    return more.undone ?? true
  }
  const record = async (patches: readonly Patch[]): Promise<Recorded> => {
    if (more.mayRecord?.(patches[0]) === false) return { ok: false, refusal: { kind: 'storageLost' } }
    done.push(...patches.map(({ type, set }) => (set.void ? `void ${type}` : type)))
    return { ok: true, changes: [], undo }
  }
  const attach: NonNullable<Casebook['attach']> = async (what) => {
    attached.push(what)
    done.push('sealed')
    return { ok: true, blob: anId('B'), changes: [], undo }
  }
  return { done, attached, casebook: { record, attach } }
}

async function withYes(casebook: Partial<Casebook>) {
  const asked = await askAbout(LETTER, casebook)
  await asked.user.click(shown.getByRole('button', { name: 'Ja' }))
  await waitFor(() => expect(camera()).toBeTruthy())
  return { ...asked, take: (file: File) => asked.user.upload(camera(), file) }
}
const camera = (): HTMLInputElement => {
  const input = document.querySelector('input[type=file]')
  if (!(input instanceof HTMLInputElement)) throw new TypeError('no camera')
  return input
}
const thumb = () => shown.findByRole('button', { name: 'Vis stort: Bilde 1 av 1' })

test('a picture is sealed, then its document recorded, and the note that was typed meanwhile stands', async () => {
  const phone = aPhone()
  const recorded: Patch[] = []
  const { take, answer, user } = await withYes({
    ...phone.casebook,
    record: (patches) => {
      recorded.push(...patches)
      return phone.casebook.record(patches)
    },
  })
  await user.type(shown.getByRole('textbox', { name: 'Hva ble sagt?' }), 'Fra strøm.')
  await take(A_LETTER)
  await thumb()
  expect(phone.done).toEqual(['consent', 'sealed', 'document'])
  expect([...(phone.attached[0]?.bytes ?? [])]).toEqual([16, 12])
  const [consent, document] = recorded
  expect(document).toMatchObject({
    type: 'document',
    rec: phone.attached[0]?.rec,
    set: {
      kind: 'letter_in',
      title: 'Bilde av et brev',
      file: { blob: anId('B'), type: 'image/jpeg', bytes: 2 },
      consent: consent?.rec,
      takenOn: '2026-11-24',
      deleteOn: '2027-02-24',
      visit: VISIT,
    },
  })
  expect(answer()).toEqual({ kind: 'given', value: { is: 'photos', documents: [document?.rec] }, note: 'Fra strøm.' })
})

test('what cannot be read is told, and nothing is sealed', async () => {
  const phone = aPhone()
  const { take, answer } = await withYes(phone.casebook)
  await take(new File(['x'], 'annet.jpg', { type: 'image/jpeg' }))
  expect(await shown.findByText(/^Dette er ikke et bilde som kan leses/)).toBeTruthy()
  await take(new File(['x'], 'IMG_1.heic', { type: 'image/heic' }))
  expect(await shown.findByText(/HEIC/)).toBeTruthy()
  expect(phone.done).toEqual(['consent'])
  expect(answer()).toBeUndefined()
})

test('a full phone keeps its room for text, and says so', async () => {
  const phone = aPhone()
  const { take, answer } = await withYes({ ...phone.casebook, attach: async () => ({ ok: false, refusal: { kind: 'storageFull' } }) })
  await take(A_LETTER)
  expect(await shown.findByText(/^Telefonen er nesten full. Bildet ble ikke lagret/)).toBeTruthy()
  expect(phone.done).toEqual(['consent'])
  expect(answer()).toBeUndefined()
})

test('a picture whose document cannot be kept is taken out again', async () => {
  const phone = aPhone({ mayRecord: (patch) => patch?.type !== 'document' })
  const { take, answer } = await withYes(phone.casebook)
  await take(A_LETTER)
  await waitFor(() => expect(phone.done).toEqual(['consent', 'sealed', 'undo']))
  expect(answer()).toBeUndefined()
})

test('before anything is sent, a picture is taken away without a trace', async () => {
  const phone = aPhone()
  const { take, answer, user } = await withYes(phone.casebook)
  await take(A_LETTER)
  await thumb()
  await user.click(shown.getByRole('button', { name: 'Ta bort: Bilde 1 av 1' }))
  expect(await shown.findByText('Bildet er borte.')).toBeTruthy()
  expect(phone.done).toEqual(['consent', 'sealed', 'document', 'undo', 'undo'])
  expect(answer()).toBeUndefined()
})

test('what may have been sent is marked void, and says who destroys it', async () => {
  const phone = aPhone({ undone: false })
  const { take, answer, user } = await withYes(phone.casebook)
  await take(A_LETTER)
  await thumb()
  await user.click(shown.getByRole('button', { name: 'Ta bort: Bilde 1 av 1' }))
  expect(await shown.findByText(/^Bildet er tatt bort. Kontoret sletter det/)).toBeTruthy()
  expect(phone.done.at(-1)).toBe('void document')
  expect(answer()).toBeUndefined()
  expect(shown.queryByRole('button', { name: /^Vis stort/ })).toBeNull()
})

test('asked anew and answered no, the camera is gone and the pictures stay until they are taken away', async () => {
  const phone = aPhone()
  const { take, user } = await withYes(phone.casebook)
  await take(A_LETTER)
  await thumb()
  await user.click(shown.getByRole('button', { name: 'Spør på nytt' }))
  await user.click(shown.getByRole('button', { name: 'Nei' }))
  await waitFor(() => expect(document.querySelector('input[type=file]')).toBeNull())
  expect(phone.done.slice(-2)).toEqual(['consent', 'consent'])
})
