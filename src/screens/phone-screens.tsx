// The phone's screens other than I dag, each loaded when it is opened. The list of them is fetched while I dag is read.

import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { caseRoutes } from './case-routes.tsx'
import { spoken } from './spoken.ts'

const Residents = lazy(() => spoken(import('./residents/residents.tsx')).then((m) => ({ default: m.Residents })))
const Resident = lazy(() => spoken(import('./residents/resident.tsx')).then((m) => ({ default: m.Resident })))
const Versions = lazy(() => spoken(import('./versions/versions.tsx')).then((m) => ({ default: m.Versions })))
const Visit = lazy(() => spoken(import('./visit/visit.tsx')).then((m) => ({ default: m.Visit })))
const VisitStep = lazy(() => spoken(import('./visit/step.tsx')).then((m) => ({ default: m.VisitStep })))
const VisitReview = lazy(() => spoken(import('./visit/review.tsx')).then((m) => ({ default: m.VisitReview })))
const AtTheDoor = lazy(() => spoken(import('./visit/at-the-door.tsx')).then((m) => ({ default: m.AtTheDoor })))
const Together = lazy(() => spoken(import('./visit/together.tsx')).then((m) => ({ default: m.Together })))
const QuickNote = lazy(() => spoken(import('./note/quick-note.tsx')).then((m) => ({ default: m.QuickNote })))
const More = lazy(() => spoken(import('./more/more.tsx')).then((m) => ({ default: m.More })))
const SendingScreen = lazy(() => spoken(import('./more/sending.tsx')).then((m) => ({ default: m.SendingScreen })))
const NotHere = lazy(() => spoken(import('./not-here.tsx')).then((m) => ({ default: m.NotHere })))

export function PhoneScreens() {
  return (
    <Routes>
      <Route path="/residents" element={<Residents />} />
      <Route path="/residents/:resident" element={<Resident />} />
      {caseRoutes()}
      <Route path="/residents/:resident/versions" element={<Versions />} />
      <Route path="/residents/:resident/visits/:visit" element={<Visit />} />
      <Route path="/residents/:resident/visits/:visit/steps/:step" element={<VisitStep />} />
      <Route path="/residents/:resident/visits/:visit/review" element={<VisitReview />} />
      <Route path="/residents/:resident/visits/:visit/door" element={<AtTheDoor />} />
      <Route path="/residents/:resident/visits/:visit/together/:step" element={<Together />} />
      <Route path="/note" element={<QuickNote />} />
      <Route path="/note/:resident" element={<QuickNote />} />
      <Route path="/more" element={<More />} />
      <Route path="/more/sending" element={<SendingScreen />} />
      <Route path="*" element={<NotHere />} />
    </Routes>
  )
}
