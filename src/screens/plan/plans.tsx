// The screens of the collaboration plan: the plan itself, making it together, reading and agreeing, its versions.

import type { ReactNode } from 'react'
import { Route, Routes, useParams } from 'react-router'
import { type CaseView, readCase } from '#domain/case-view.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { laneOfParam } from '../paths.ts'
import { useAnswer } from '../use-session.tsx'
import type { OfPlan } from './editing.tsx'
import { Plan } from './plan.tsx'
import { Read } from './read.tsx'
import { Versions } from './versions.tsx'
import { Wizard } from './wizard.tsx'

export function Plans() {
  return (
    <Routes>
      <Route index element={<Plan />} />
      <Route path="edit/:step?" element={<Wizard />} />
      <Route path="renew" element={<Wizard why="renewal" />} />
      <Route path="read/:plan" element={<Opened>{(given) => <Read {...given} />}</Opened>} />
      <Route path="versions" element={<Opened>{(given) => <Versions {...given} />}</Opened>} />
    </Routes>
  )
}

function Opened({ children }: { readonly children: (given: OfPlan) => ReactNode }) {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <NotHere /> : <OpenedOf lane={lane}>{children}</OpenedOf>
}

function OpenedOf({ lane, children }: { readonly lane: CaseView['lane']; readonly children: (given: OfPlan) => ReactNode }) {
  const answer = useAnswer({ ask: 'resident', lane })
  if (answer === undefined) return <Loading />
  const view = readCase(answer.rows)
  return view === undefined ? <NotHere /> : children({ view, answer })
}
