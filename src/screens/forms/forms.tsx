// The short forms about one home: contact attempts, complaints, arrears, payment arrangements, budget and stays. The same
// screens on phone and desk.

import type { ReactNode } from 'react'
import { Route, Routes, useParams } from 'react-router'
import { readCase } from '#domain/case-view.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { laneOfParam } from '../paths.ts'
import { useAnswer } from '../use-session.tsx'
import { ArrearsForm } from './arrears-form.tsx'
import { ArrearsList } from './arrears-list.tsx'
import { Budgets } from './budget.tsx'
import { BudgetForm } from './budget-form.tsx'
import { ComplaintForm } from './complaint-form.tsx'
import { ComplaintList } from './complaint-list.tsx'
import { Contact } from './contact.tsx'
import type { OfForms } from './form-screen.tsx'
import { Front } from './front.tsx'
import { Arrangement } from './payment.tsx'
import { ArrangementForm } from './payment-form.tsx'
import { ArrangementList } from './payment-list.tsx'
import { StayForm } from './stay-form.tsx'
import { StayList } from './stay-list.tsx'

type FormsScreen = (given: OfForms) => ReactNode
/** «new» and an id lead to the same form. */
const SCREENS: readonly (readonly [path: string, screen: FormsScreen])[] = [
  ['contact', Contact],
  ['complaints', ComplaintList],
  ['complaints/:of', ComplaintForm],
  ['arrears', ArrearsList],
  ['arrears/:of', ArrearsForm],
  ['payment', ArrangementList],
  ['payment/new', ArrangementForm],
  ['payment/:of', Arrangement],
  ['payment/:of/edit', ArrangementForm],
  ['budget', Budgets],
  ['budget/new', BudgetForm],
  ['budget/:of', Budgets],
  ['budget/:of/edit', BudgetForm],
  ['stays', StayList],
  ['stays/:of', StayForm],
]

export function Forms() {
  return (
    <Routes>
      <Route index element={<OfResident screen={Front} />} />
      {SCREENS.map(([path, screen]) => (
        <Route key={path} path={path} element={<OfResident key={path} screen={screen} />} />
      ))}
      <Route path="*" element={<NotHere />} />
    </Routes>
  )
}

function OfResident({ screen: Shown }: { readonly screen: FormsScreen }) {
  const { resident, of = '' } = useParams()
  const lane = laneOfParam(resident)
  const answer = useAnswer(lane === undefined ? { ask: 'sending' } : { ask: 'resident', lane })
  if (answer === undefined) return <Loading />
  const view = lane && readCase(answer.rows)
  return view ? <Shown key={of} view={view} answer={answer} /> : <NotHere />
}
