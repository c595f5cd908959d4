// A resident with a case around him, for the tests of the group, the consents and what follows from them.

import { cleanup, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import type { Answer, Casebook, Draft } from '#device/casebook.ts'
import { type Id, id, instant, type Json, laneSubject } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { Consents } from '../consents/consents.tsx'
import { Grants } from '../grants/grants.tsx'
import { Resident } from '../residents/resident.tsx'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook, anAnswer, anId, LANE } from '../visit/visit-builders.ts'
import { Groups } from './groups.tsx'

export const [ME, INGRID, GROUP, HEGE, EINAR] = [anId('M'), anId('I'), anId('G'), anId('H'), anId('E')]
/** What every write is called. */
export const CHANGE = anId('Z')
let made = 0
export function aRow(type: RecordType, rec: Id, set: Readonly<Record<string, Json>>): RecordRow {
  made += 1
  const by = id(`group${String(made).padStart(17, '0')}`)
  const at = instant(`2026-11-20T09:${String(made % 60).padStart(2, '0')}:00Z`)
  const regs = Object.entries(set).map(([field, v]) => [field, [{ by, actor: ME, at, v, over: [] }]])
  return { lane: LANE, id: rec, type, seq: 1, regs: Object.fromEntries(regs) }
}
export const RESIDENT = aRow('resident', anId('R'), { displayName: 'Einar', phone: '22222222' })
const OFFICE = [
  aRow('user', ME, { name: 'Marit', roles: ['followup_worker'] }),
  aRow('user', INGRID, { name: 'Ingrid', roles: ['case_worker'] }),
  aRow('agency', anId('5'), { name: 'Hjemmetjenesten', kind: 'home_help', phone: '00000022' }),
  aRow('agency', anId('6'), { name: 'Boligkontoret', kind: 'housing_office', phone: '00000021' }),
  aRow('agency', anId('7'), { name: 'Øve Øvesen', kind: 'neighbour_contact', phone: '00000026' }),
  aRow('agency', anId('8'), { name: 'Demobydelen', kind: 'district', phone: '00000041' }),
]
const BASE = `/residents/${laneSubject(LANE)}`

export function anAnswerOf(rows: readonly RecordRow[], drafts: readonly Draft[] = []): Answer {
  return { ...anAnswer(drafts), office: OFFICE, rows: new Map([RESIDENT, ...rows].map((row) => [row.id, row])) }
}

/** `lockAndOpen` takes the screen down and opens it with what was kept, as after «Skjul» and a new unlock. */
export function showCase(
  path: string,
  rows: readonly RecordRow[] = [],
  inside?: (answer: Answer) => ReactNode,
  kind: Casebook['kind'] = 'field',
) {
  const recorded: Patch[] = []
  const kept = new Map<Id, Draft>()
  let n = 0
  const open = () => {
    const answer = anAnswerOf(rows, [...kept.values()])
    const plain = aCasebook({ recorded }, answer)
    const casebook: Casebook = {
      ...plain,
      kind,
      record: async (patches) => {
        recorded.push(...patches)
        return { ok: true, changes: patches.map(() => CHANGE), undo: async () => kind === 'field' }
      },
      newId: () => {
        n += 1
        return id(`new${String(n).padStart(19, '0')}`)
      },
      keepDraft: (draft) => {
        kept.set(draft.id, draft)
        return plain.keepDraft(draft)
      },
    }
    render(
      <Speaking>
        <SessionProvider session={{ casebook, isDemo: true }}>
          <MemoryRouter initialEntries={[`${BASE}${path}`]}>{inside ? inside(answer) : <Pages />}</MemoryRouter>
        </SessionProvider>
      </Speaking>,
    )
  }
  open()
  const lockAndOpen = () => {
    cleanup()
    open()
  }
  return { recorded, kept, lockAndOpen, user: userEvent.setup() }
}

const Pages = () => (
  <Routes>
    <Route path="/residents/:resident" element={<Resident />} />
    <Route path="/residents/:resident/group/*" element={<Groups />} />
    <Route path="/residents/:resident/consents/*" element={<Consents />} />
    <Route path="/residents/:resident/grants/*" element={<Grants />} />
  </Routes>
)
