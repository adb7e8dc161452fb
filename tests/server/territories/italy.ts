import { openDatabase } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import type { Ground, Guest } from '#server/ground.ts'

let opened: Promise<Ground> | undefined

/** A database with the territories of Italy; they never change, so the tests that read them share it. */
export function italy(): Promise<Ground> {
  opened ??= open()
  return opened
}

export async function openItaly(): Promise<void> {
  await italy()
}

export const reader: Guest = { kind: 'guest', language: 'it', network: '192.0.2.0/24' }

async function open(): Promise<Ground> {
  const { db } = await openDatabase({ folder: 'memory' })
  await migrate(db)
  // The questions of this capability stand on nothing but the database and the time.
  return { db, now: () => new Date() } as Ground
}
