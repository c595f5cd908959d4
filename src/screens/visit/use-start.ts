// «Start besøket»: my own contribution is saved, a draft is opened with what is on the screen now, and the first
// question stands there. A contribution I began and never finished (its draft is gone) is taken up again, not doubled.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { RecordRefusal } from '#device/casebook.ts'
import type { Id } from '#domain/ids.ts'
import type { Patch } from '#domain/register.ts'
import { startVisit } from '#domain/visit-start.ts'
import { screensOf } from '#domain/visit-walk.ts'
import { paths } from '../paths.ts'
import { type VisitHere, walkOf } from './use-visit.ts'
import { seenAtOpen } from './visit-content.ts'
import { openKeeper } from './visit-keepers.ts'

export interface Start {
  readonly start: () => Promise<void>
  readonly refusal: RecordRefusal['kind'] | undefined
}

export function useStart(here: VisitHere): Start {
  const navigate = useNavigate()
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const start = async () => {
    const { casebook, answer, guide, lane, visit } = here
    const seen = seenAtOpen(answer.rows, visit.id)
    const { contribution, patches } = beginning(here)
    if (patches.length > 0) {
      const recorded = await casebook.record(patches)
      if (!recorded.ok) return setRefusal(recorded.refusal.kind)
    }
    const at = screensOf(walkOf(here, { answers: {} }))[0]?.key ?? 'overview'
    const guideRef = { code: guide.code, version: guide.version }
    const content = { guide: guideRef, visit: visit.id, contribution, answers: {}, concerns: [], at, seen }
    const keeper = openKeeper(casebook, { id: casebook.newId(), lane, rec: contribution, seen: {} }, content)
    keeper.change(content, 'now')
    await keeper.flush()
    void navigate(paths.step(lane, visit.id, at))
  }
  return { start, refusal }
}

function beginning({ casebook, answer, guide, visit }: VisitHere): { readonly contribution: Id; readonly patches: readonly Patch[] } {
  const begun = visit.contributions.find((part) => part.worker === casebook.me && !part.isSigned && part.finishedAt === undefined)
  if (begun) return { contribution: begun.id, patches: [] }
  const row = answer.rows.get(visit.id)
  if (!row) throw new TypeError('a visit on the screen has a row')
  return startVisit(row, casebook.me, { code: guide.code, version: guide.version }, casebook.now(), casebook.newId)
}
