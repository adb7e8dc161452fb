import type { Database } from '#db/database.ts'
import { recordInChain } from '../chain.ts'
import type { Guest } from '../ground.ts'
import { endSessionsOf, findPersonAt, keepPerson } from '../people/index.ts'
import { dropRole, keepRole } from './records.ts'

/** Nobody: whoever runs the machine. */
const theMachine: Guest = { kind: 'guest', language: 'it', network: '' }

/**
 * Names an administrator, or ends one. It is no command of the platform and has no door: whoever could name an administrator
 * by a page would be one, so only who may run commands beside the database does it. The person's sessions end with it; no
 * node is told, and each closes their live connections when it next asks which sessions stand. Answers whether anything changed.
 */
export async function nameAdministrator(
  db: Database,
  { email, ends }: { email: string; ends: boolean },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const person = await (ends ? findPersonAt(trx, email) : keepPerson(trx, email, theMachine.language))
    if (!person) return false
    const isChanged = await (ends ? dropRole : keepRole)(trx, person.id, 'administrator')
    if (!isChanged) return false
    const now = new Date()
    await endSessionsOf(trx, person.id, now)
    const act = ends ? 'administrator-ended' : 'administrator-appointed'
    await recordInChain(trx, theMachine, now, [{ act, about: person.id, consultationId: null }])
    return true
  })
}
