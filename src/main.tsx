// Front door 1: the app in the browser (phone, tablet, office desk). Paints the theme before anything is drawn, shows
// the door (sign in, unlock), and registers the service worker once the screen stands.

import { createRoot } from 'react-dom/client'
import { Door } from '#screens/door/door.tsx'
import { followTheme } from '#screens/door/theme.ts'
import { registerWorker } from '#screens/door/worker.ts'

followTheme()
const place = document.getElementById('root')
if (place === null) throw new TypeError('the page has no place for the app')
createRoot(place).render(<Door />)
registerWorker()
