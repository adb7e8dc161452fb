import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { separateBox } from './separate-box.ts'

const said = {
  separate: 'The box of confidential papers has a role of its own: this login cannot open it.',
  superuser:
    'This login is a superuser: nothing in the database can keep it out of the box of confidential papers.',
  'not-permitted':
    'This login may not make roles: it owns the box of confidential papers beside the roll. Give it CREATEROLE once to part them.',
}

// `npm run migrate`: once for each release, before its nodes start.
const database = await openDatabase({
  url: process.env['DATABASE_URL'],
  folder: process.env['DATA_DIR'] ?? '.data',
})
const done = await migrate(database.db)
process.stdout.write(done.length > 0 ? `Done: ${done.join(', ')}\n` : 'Nothing to do\n')
process.stdout.write(`${said[await separateBox(database.db)]}\n`)
await database.close()
