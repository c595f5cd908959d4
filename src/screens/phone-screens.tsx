// The phone's screens other than I dag, each loaded when it is opened. The list of them is fetched while I dag is read.

import { Route, Routes } from 'react-router'
import { caseRoutes } from './case-routes.tsx'
import { lazyScreen } from './lazy-screen.ts'
import { spoken } from './spoken.ts'

const Residents = lazyScreen(() => spoken(import('./residents/residents.tsx')).then((m) => m.Residents))
const Resident = lazyScreen(() => spoken(import('./residents/resident.tsx')).then((m) => m.Resident))
const Versions = lazyScreen(() => spoken(import('./versions/versions.tsx')).then((m) => m.Versions))
const Visit = lazyScreen(() => spoken(import('./visit/visit.tsx')).then((m) => m.Visit))
const VisitStep = lazyScreen(() => spoken(import('./visit/step.tsx')).then((m) => m.VisitStep))
const VisitReview = lazyScreen(() => spoken(import('./visit/review.tsx')).then((m) => m.VisitReview))
const AtTheDoor = lazyScreen(() => spoken(import('./visit/at-the-door.tsx')).then((m) => m.AtTheDoor))
const Together = lazyScreen(() => spoken(import('./visit/together.tsx')).then((m) => m.Together))
const QuickNote = lazyScreen(() => spoken(import('./note/quick-note.tsx')).then((m) => m.QuickNote))
const More = lazyScreen(() => spoken(import('./more/more.tsx')).then((m) => m.More))
const SendingScreen = lazyScreen(() => spoken(import('./more/sending.tsx')).then((m) => m.SendingScreen))
const NotHere = lazyScreen(() => spoken(import('./not-here.tsx')).then((m) => m.NotHere))

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
