import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Trx } from '#db/database.ts'
import type { AuditAct } from './audit/words.ts'
import { canonical, sha256 } from './canonical.ts'
import type { Actor } from './ground.ts'

/** Something done with a power that others trust. `consultationId` says who is given the content; null is for overseers alone. */
export type Link = {
  act: AuditAct
  about: string
  consultationId: string | null
  content?: Record<string, string | number | boolean | null>
}

/**
 * Adds to the audit chain. The head's one row is a lock that all writers share: it makes numbers gapless and their order
 * the order of commits, and must therefore be the last lock that a transaction takes.
 */
export async function recordInChain(
  trx: Trx,
  actor: Actor,
  now: Date,
  links: readonly Link[],
): Promise<void> {
  for (const { act, about, consultationId, content } of links) {
    const salt = randomBytes(16).toString('hex')
    const text = canonical({ ...content, about, by: actor.kind === 'person' ? actor.id : null })
    const commitment = sha256(`${salt}\n${text}`)
    const at = now.toISOString()
    await sql`
      with head as (
        update audit_head set seq = seq + 1,
          hash = encode(sha256(convert_to(concat_ws(e'\n', hash, seq + 1, ${at}::text, ${act}::text, ${commitment}::text), 'UTF8')), 'hex')
        returning seq, hash),
      entry as (
        insert into audit_entries (seq, act, at, commitment, hash)
        select seq, ${act}, ${at}::timestamptz, ${commitment}, hash from head returning seq)
      insert into audit_contents (seq, about_id, consultation_id, salt, content)
      select seq, ${about}::uuid, ${consultationId}::uuid, ${salt}, ${text} from entry`.execute(trx)
  }
}
