// Everything inside an open casebook: routes, the «Angre» bar, the update line. Phone and desk share the paths.
// Each screen is its own chunk; I dag comes with the app.

import { lazy, Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { Notices } from './notices.tsx'
import { Today } from './today/today.tsx'
import { Speaking } from './use-say.tsx'
import { type Session, SessionProvider, useIdleLock, useSession } from './use-session.tsx'

const Residents = lazy(() => import('./residents/residents.tsx').then((m) => ({ default: m.Residents })))
const Resident = lazy(() => import('./residents/resident.tsx').then((m) => ({ default: m.Resident })))
const Plan = lazy(() => import('./plan/plan.tsx').then((m) => ({ default: m.Plan })))
const Group = lazy(() => import('./plan/group.tsx').then((m) => ({ default: m.Group })))
const Versions = lazy(() => import('./versions/versions.tsx').then((m) => ({ default: m.Versions })))
const Visit = lazy(() => import('./visit/visit.tsx').then((m) => ({ default: m.Visit })))
const VisitStep = lazy(() => import('./visit/step.tsx').then((m) => ({ default: m.VisitStep })))
const VisitReview = lazy(() => import('./visit/review.tsx').then((m) => ({ default: m.VisitReview })))
const QuickNote = lazy(() => import('./note/quick-note.tsx').then((m) => ({ default: m.QuickNote })))
const More = lazy(() => import('./more/more.tsx').then((m) => ({ default: m.More })))
const SendingScreen = lazy(() => import('./more/sending.tsx').then((m) => ({ default: m.SendingScreen })))
const Desk = lazy(() => import('./desk/desk.tsx').then((m) => ({ default: m.Desk })))
const NotHere = lazy(() => import('./not-here.tsx').then((m) => ({ default: m.NotHere })))

export function App({ session }: { readonly session: Session }) {
  return (
    <Speaking>
      <SessionProvider session={session}>
        <BrowserRouter>
          <Watchful />
          <Suspense fallback={null}>{session.casebook.kind === 'desk' ? <Desk /> : <PhoneRoutes />}</Suspense>
          <Notices />
        </BrowserRouter>
      </SessionProvider>
    </Speaking>
  )
}

function Watchful() {
  useIdleLock(useSession().casebook)
  return null
}

function PhoneRoutes() {
  return (
    <Routes>
      <Route path="/" element={<Today />} />
      <Route path="/locked" element={<Today />} />
      <Route path="/residents" element={<Residents />} />
      <Route path="/residents/:resident" element={<Resident />} />
      <Route path="/residents/:resident/plan" element={<Plan />} />
      <Route path="/residents/:resident/group" element={<Group />} />
      <Route path="/residents/:resident/versions" element={<Versions />} />
      <Route path="/residents/:resident/visits/:visit" element={<Visit />} />
      <Route path="/residents/:resident/visits/:visit/steps/:step" element={<VisitStep />} />
      <Route path="/residents/:resident/visits/:visit/review" element={<VisitReview />} />
      <Route path="/note" element={<QuickNote />} />
      <Route path="/note/:resident" element={<QuickNote />} />
      <Route path="/more" element={<More />} />
      <Route path="/more/sending" element={<SendingScreen />} />
      <Route path="*" element={<NotHere />} />
    </Routes>
  )
}
