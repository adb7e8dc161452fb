import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowLog, type Log } from './contract.ts'
import { isModerator, listLog, logPage } from './records-reading.ts'

/** Every act of the moderators, newest first: those of their tables for moderators, all for the coordinator. */
export const showLog = query(ShowLog, async ({ db, actor }, { before }): Promise<Log> => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  const seesAll = actor.roles.includes('coordinator')
  if (!seesAll && !(await isModerator(db, actor.id))) throw new Refusal('forbidden', 'only-for-moderators')
  const rows = await listLog(db, actor.id, { seesAll, before: before ?? Number.MAX_SAFE_INTEGER })
  const entries = rows.slice(0, logPage).map(({ at, tableName, text, language, ...row }) => ({
    ...row,
    at: at.toISOString(),
    table: saidIn(tableName, actor.language),
    text: text === null ? null : { text, language: language ?? 'it' },
  }))
  return { entries, before: rows.length > logPage ? (entries.at(-1)?.number ?? null) : null }
})
