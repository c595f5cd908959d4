// PouchDB's own server in Node: express-pouchdb on LevelDB in the folder it is given, on a free port that it prints.

import express from 'express'
import expressPouch from 'express-pouchdb'
import PouchDB from 'pouchdb'

const folder = process.argv[2]
const app = express()
const Stored = PouchDB.defaults({ prefix: `${folder}/` })
app.use('/db', expressPouch(Stored, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: `${folder}/log.txt` }))
const server = app.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`))
