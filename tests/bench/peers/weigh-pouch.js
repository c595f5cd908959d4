// Weighed, never run: PouchDB with its browser store and HTTP replication. No encryption.

import PouchDB from 'pouchdb'

Reflect.set(globalThis, 'kept', PouchDB)
