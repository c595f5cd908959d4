// Everything inside an open casebook: routes, the «Angre» bar, the update line. Phone and desk share the paths.
// Each screen is its own chunk; I dag comes with the app.

import { lazy, Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { loadFirstWords } from '#texts/say.ts'
import { caseRoutes, spoken } from './case-routes.tsx'
import { Notices } from './notices.tsx'
import { Today } from './today/today.tsx'
import { useUi } from './ui-store.ts'
import { Speaking } from './use-say.tsx'
import { type Session, SessionProvider, useIdleLock, useSession } from './use-session.tsx'

/** While the lock is open: the words of I dag. */
export const fetchWords = (): Promise<void> => loadFirstWords(useUi.getState().language)

const Residents = lazy(() => spoken(import('./residents/residents.tsx')).then((m) => ({ default: m.Residents })))
const Resident = lazy(() => spoken(import('./residents/resident.tsx')).then((m) => ({ default: m.Resident })))
const Versions = lazy(() => spoken(import('./versions/versions.tsx')).then((m) => ({ default: m.Versions })))
const Visit = lazy(() => spoken(import('./visit/visit.tsx')).then((m) => ({ default: m.Visit })))
const VisitStep = lazy(() => spoken(import('./visit/step.tsx')).then((m) => ({ default: m.VisitStep })))
const VisitReview = lazy(() => spoken(import('./visit/review.tsx')).then((m) => ({ default: m.VisitReview })))
const QuickNote = lazy(() => spoken(import('./note/quick-note.tsx')).then((m) => ({ default: m.QuickNote })))
const More = lazy(() => spoken(import('./more/more.tsx')).then((m) => ({ default: m.More })))
const SendingScreen = lazy(() => spoken(import('./more/sending.tsx')).then((m) => ({ default: m.SendingScreen })))
const Desk = lazy(() => spoken(import('./desk/desk.tsx')).then((m) => ({ default: m.Desk })))
const NotHere = lazy(() => spoken(import('./not-here.tsx')).then((m) => ({ default: m.NotHere })))

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
      {caseRoutes()}
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
