// The screens of the responsibility group.

import { Route, Routes } from 'react-router'
import { Group } from './group.tsx'

export function Groups() {
  return (
    <Routes>
      <Route index element={<Group />} />
    </Routes>
  )
}
