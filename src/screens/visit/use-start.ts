// «Start besøket», and «Skriv etterpå» for one whose time has passed: the first question stands there.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { RecordRefusal } from '#device/casebook.ts'
import { beginVisit } from './begin.ts'
import { visitPath } from './keys.ts'
import type { VisitHere } from './use-visit.ts'

interface Start {
  readonly start: () => Promise<void>
  readonly refusal: RecordRefusal['kind'] | undefined
}

export function useStart(here: VisitHere): Start {
  const navigate = useNavigate()
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const start = async () => {
    const { recorded, at } = await beginVisit(here)
    if (!recorded.ok) return setRefusal(recorded.refusal.kind)
    void navigate(visitPath(here.lane, here.visit.id, at))
  }
  return { start, refusal }
}
