import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'

// `npm run migrate`: once for each release, before its nodes start.
const database = await openDatabase({
  url: process.env['DATABASE_URL'],
  folder: process.env['DATA_DIR'] ?? '.data',
})
const done = await migrate(database.db)
process.stdout.write(done.length > 0 ? `Done: ${done.join(', ')}\n` : 'Nothing to do\n')
await database.close()
