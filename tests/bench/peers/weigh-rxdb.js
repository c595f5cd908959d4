// Weighed, never run: RxDB with its Dexie storage and HTTP replication. No encryption.

import { createRxDatabase } from 'rxdb/plugins/core'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'

Reflect.set(globalThis, 'kept', { createRxDatabase, replicateRxCollection, getRxStorageDexie })
