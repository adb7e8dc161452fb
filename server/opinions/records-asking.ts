import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { speaksForOrganisation, visibleTo } from '../consultations/index.ts'
import type { Powers } from '../consultations/contract.ts'
import type { Actor } from '../ground.ts'
import type { CollectionSeen } from './contract.ts'

export type Asking = Pick<
  CollectionSeen,
  'isArranged' | 'isOpen' | 'letsGuests' | 'closedAt' | 'participation'
> &
  Pick<Powers, 'offices'> & { represents: boolean }

/** How statements are collected in a consultation and what this actor is there, in one statement: every page of a need asks. */
export async function findAsking(
  db: Reader,
  actor: Actor,
  consultationId: string,
): Promise<Asking | undefined> {
  const personId = actor.kind === 'person' ? actor.id : null
  const { rows } = await sql<Asking>`
    select consultations.closed_at, consultations.participation, c.consultation_id is not null as is_arranged,
      coalesce(c.is_open, false) as is_open, coalesce(c.lets_guests, false) as lets_guests,
      array(select o.office::text from table_officers o
        where o.table_id = consultations.table_id and o.person_id = ${personId} and o.ended_at is null order by 1) as offices,
      ${speaksForOrganisation(sql`${personId}`)} as represents
    from consultations left join statement_collections c on c.consultation_id = consultations.id
    where consultations.id = ${consultationId} and ${visibleTo(actor)}`.execute(db)
  return rows[0]
}
