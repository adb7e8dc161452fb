import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'

// `npm run schema` writes db/schema.ts from a freshly migrated database; `npm run schema:check` fails when it is stale.
const url = process.env['DATABASE_URL'] ?? process.env['TEST_DATABASE_URL']
if (!url) {
  console.error('The schema is read from a real Postgres: set DATABASE_URL.')
  process.exit(1)
}
const checking = process.argv.includes('--check')
const name = `tavolo_schema_${process.pid}`
const target = checking ? join(tmpdir(), `${name}.ts`) : 'db/schema.ts'
const scratch = new URL(url)
scratch.pathname = `/${name}`

const admin = new pg.Client({ connectionString: url })
await admin.connect()
await admin.query(`create database ${name}`)
try {
  const database = await openDatabase({ url: scratch.href, folder: 'memory' })
  await migrate(database.db)
  await database.close()
  const words = ['--dialect', 'postgres', '--camel-case', '--type-only-imports', '--date-parser', 'string']
  execFileSync(
    'node_modules/.bin/kysely-codegen',
    [...words, '--type-mapping', '{"int8":"number"}', '--out-file', target],
    {
      env: { ...process.env, DATABASE_URL: scratch.href },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
} finally {
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
}
if (checking) {
  const same = readFileSync(target, 'utf8') === readFileSync('db/schema.ts', 'utf8')
  rmSync(target)
  console.error(
    same
      ? 'db/schema.ts is what the migrations make'
      : 'db/schema.ts is stale: run `npm run schema` and commit it',
  )
  process.exit(same ? 0 : 1)
}
