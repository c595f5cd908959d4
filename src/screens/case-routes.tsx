// The screens about one resident that phone and desk share, each a folder of its own and loaded when it is opened.

import { lazy } from 'react'
import { Route } from 'react-router'
import { spoken, whenIdle } from './spoken.ts'

const NewResident = lazy(() => spoken(import('./about/new-resident.tsx')).then((m) => ({ default: m.NewResident })))
const About = lazy(() => spoken(import('./about/about.tsx')).then((m) => ({ default: m.About })))
const Plans = lazy(async () => {
  const { Plans: screen } = await spoken(import('./plan/plans.tsx'))
  // «Skriv ut» is one tap away from a plan: the paper's code is fetched while the plan is read.
  whenIdle(() => import('./papers/papers.tsx'))
  return { default: screen }
})
const Progress = lazy(() => spoken(import('./progress/progress.tsx')).then((m) => ({ default: m.Progress })))
const Groups = lazy(() => spoken(import('./group/groups.tsx')).then((m) => ({ default: m.Groups })))
const Consents = lazy(() => spoken(import('./consents/consents.tsx')).then((m) => ({ default: m.Consents })))
const Grants = lazy(() => spoken(import('./grants/grants.tsx')).then((m) => ({ default: m.Grants })))
const Papers = lazy(() => spoken(import('./papers/papers.tsx')).then((m) => ({ default: m.Papers })))
const BookVisit = lazy(() => spoken(import('./visits/book.tsx')).then((m) => ({ default: m.BookVisit })))
const Forms = lazy(() => spoken(import('./forms/forms.tsx')).then((m) => ({ default: m.Forms })))

/** Not a component: the routes must stand as children of `Routes`. */
export const caseRoutes = () => (
  <>
    <Route path="/residents/new" element={<NewResident />} />
    <Route path="/residents/:resident/about/*" element={<About />} />
    <Route path="/residents/:resident/plan/*" element={<Plans />} />
    <Route path="/residents/:resident/progress/*" element={<Progress />} />
    <Route path="/residents/:resident/group/*" element={<Groups />} />
    <Route path="/residents/:resident/consents/*" element={<Consents />} />
    <Route path="/residents/:resident/grants/*" element={<Grants />} />
    <Route path="/residents/:resident/papers/*" element={<Papers />} />
    <Route path="/residents/:resident/visits/new" element={<BookVisit />} />
    <Route path="/residents/:resident/visits/:visit/move" element={<BookVisit />} />
    <Route path="/residents/:resident/forms/*" element={<Forms />} />
  </>
)
