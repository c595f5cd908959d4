// The screens about one resident that phone and desk share, each a folder of its own and loaded when it is opened.

import { Route } from 'react-router'
import { lazyScreen } from './lazy-screen.ts'
import { spoken, whenIdle } from './spoken.ts'

const NewResident = lazyScreen(() => spoken(import('./about/new-resident.tsx')).then((m) => m.NewResident))
const About = lazyScreen(() => spoken(import('./about/about.tsx')).then((m) => m.About))
const Plans = lazyScreen(async () => {
  const { Plans: screen } = await spoken(import('./plan/plans.tsx'))
  // «Skriv ut» is one tap away from a plan: the paper's code is fetched while the plan is read.
  whenIdle(() => import('./papers/papers.tsx'))
  return screen
})
const Progress = lazyScreen(() => spoken(import('./progress/progress.tsx')).then((m) => m.Progress))
const Groups = lazyScreen(() => spoken(import('./group/groups.tsx')).then((m) => m.Groups))
const Consents = lazyScreen(() => spoken(import('./consents/consents.tsx')).then((m) => m.Consents))
const Grants = lazyScreen(() => spoken(import('./grants/grants.tsx')).then((m) => m.Grants))
const Papers = lazyScreen(() => spoken(import('./papers/papers.tsx')).then((m) => m.Papers))
const BookVisit = lazyScreen(() => spoken(import('./visits/book.tsx')).then((m) => m.BookVisit))
const Forms = lazyScreen(() => spoken(import('./forms/forms.tsx')).then((m) => m.Forms))

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
