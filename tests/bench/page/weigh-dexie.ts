// Weighed, never run: Dexie alone.

import { Dexie } from 'dexie'

Reflect.set(globalThis, 'kept', Dexie)
