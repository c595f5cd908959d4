// For screens on jsdom: wait as long as a busy machine needs, and clean up between tests.

import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

configure({ asyncUtilTimeout: 60_000 })
afterEach(() => cleanup())
