// Loaded into the office before it starts, where a test sends in seconds what people send in a day: the limit of drops a
// minute is lifted. Everything else of the office is as it is.

import { LIMITS } from '#sync/wire.ts'

Object.assign(LIMITS, { dropsPerMinute: 1_000_000 })
