// The screens of the collaboration plan.

import { Route, Routes } from 'react-router'
import { Plan } from './plan.tsx'

export function Plans() {
  return (
    <Routes>
      <Route index element={<Plan />} />
    </Routes>
  )
}
