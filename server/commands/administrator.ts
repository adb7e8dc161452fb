import { openDatabase } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { email } from '../fields.ts'
import { nameAdministrator } from '../officials/index.ts'
import { Unreadable } from '../unreadable.ts'
import { askedOfOne } from './asked.ts'

const command = 'tavolo administrator'

/** `tavolo administrator ADDRESS [--end]`, on the same database as the platform. */
export async function run(words: string[], out: (text: string) => void): Promise<void> {
  const { word, values } = askedOfOne(command, 'address', words, { end: { type: 'boolean' } })
  const address = email.safeParse(word)
  if (!address.success) throw new Unreadable(command, `"${word}" is not an address.`)
  const { db, embedded, close } = await openDatabase({
    url: process.env['DATABASE_URL'],
    folder: process.env['DATA_DIR'] ?? '.data',
  })
  try {
    if (embedded) await migrate(db)
    const ends = values.end === true
    const isChanged = await nameAdministrator(db, { email: address.data, ends })
    out(
      `${address.data} is ${isChanged ? 'now' : 'already'} ${ends ? 'no administrator' : 'an administrator'}.\n`,
    )
  } finally {
    await close()
  }
}
