// Weighed, never run: all of the device's store, sealing and sync, with the door to it.

import * as enrol from '#device/enrol.ts'
import * as local from '#device/local.ts'
import * as send from '#device/send.ts'
import * as vault from '#device/vault.ts'

Reflect.set(globalThis, 'kept', { ...enrol, ...local, ...send, ...vault })
