import type { Logger } from 'pino'
import type { Database } from '#db/database.ts'
import type { Settings } from './env.ts'
import type { Limits } from './limits.ts'

/** What every act stands on. One for a process; tests make their own. */
export type Ground = {
  db: Database
  /** The database's time, told without asking it each time (see clock.ts). */
  now(): Date
  /** Set where now() is not the database's own time (filling the demo, tests): each transaction is then told it. */
  pretendsNow?: boolean
  /** Called after the commit: these streams have grown up to these numbers. */
  ring(grown: Grown[]): void
  /** Called after the commit: these sessions have ended. */
  endSessions(sessionIds: string[]): void
  limits: Limits
  settings: Settings
  log: Logger
}

/** `event` is there where whoever wrote the last of them can show it: this node then need not read it back. */
export type Grown = { streamId: string; seq: number; event?: object }

export type Guest = { kind: 'guest'; language: Language; network: string }
export type Person = {
  kind: 'person'
  id: string
  sessionId: string
  name: string
  language: Language
  roles: PlatformRole[]
  /** Notices not yet read, for the header. */
  unread: number
  network: string
}
/** Who asks. `network` is a coarse address (/24 or /48) for limits only; it is never stored. */
export type Actor = Guest | Person
export type PlatformRole = 'administrator' | 'coordinator'

export const languages = ['it', 'en', 'fr', 'ar'] as const
/** A language of the screen; what people write may be in any. */
export type Language = (typeof languages)[number]
