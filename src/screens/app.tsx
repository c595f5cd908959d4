// Everything inside an open casebook: routes, the «Angre» bar, the update line. Phone and desk share the paths.
// I dag comes with the app; every other screen is its own chunk (phone-screens.tsx), and so is the desk.

import { Suspense, useEffect } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { loadFirstWords } from '#texts/say.ts'
import { lazyScreen } from './lazy-screen.ts'
import { Notices } from './notices.tsx'
import { spoken, whenIdle } from './spoken.ts'
import { Today } from './today/today.tsx'
import { useUi } from './ui-store.ts'
import { Speaking } from './use-say.tsx'
import { type Session, SessionProvider, useIdleLock, useSession } from './use-session.tsx'

/** While the lock is open: the words of I dag. */
export const fetchWords = (): Promise<void> => loadFirstWords(useUi.getState().language)

const Desk = lazyScreen(() => spoken(import('./desk/desk.tsx')).then((m) => m.Desk))
const PhoneScreens = lazyScreen(() => fetchScreens().then((m) => m.PhoneScreens))
const fetchScreens = () => import('./phone-screens.tsx')

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
  useEffect(() => whenIdle(fetchScreens), [])
  return (
    <Routes>
      <Route path="/" element={<Today />} />
      <Route path="/locked" element={<Today />} />
      <Route path="*" element={<PhoneScreens />} />
    </Routes>
  )
}
