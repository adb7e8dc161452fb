import { sql } from 'kysely'
import type { Trx } from '#db/database.ts'

export async function keepTurnout(trx: Trx, ballotId: string): Promise<void> {
  await trx.insertInto('voteTurnouts').values({ ballotId }).execute()
}

export type TurnoutHeld = { ballotId: string; roomId: string; seats: number; persons: number }

/** A vote of a meeting in which more have voted than the room was told; another node that is at it is left to it. */
export async function holdTurnoutToTell(trx: Trx): Promise<TurnoutHeld | undefined> {
  const { rows } = await sql<TurnoutHeld>`
    select u.ballot_id, m.room_id, "cast".seats, "cast".persons
    from vote_turnouts u join ballots b on b.id = u.ballot_id join meetings m on m.id = b.meeting_id
      cross join lateral (select count(*) filter (where v.unit = 'seat')::int as seats,
        count(*) filter (where v.unit = 'person')::int as persons from votes v where v.ballot_id = b.id) "cast"
    where b.state = 'open' and ("cast".seats, "cast".persons) <> (u.seats, u.persons)
    limit 1 for update of u skip locked`.execute(trx)
  return rows[0]
}

export async function keepTold(trx: Trx, { ballotId, seats, persons }: TurnoutHeld): Promise<void> {
  await trx.updateTable('voteTurnouts').set({ seats, persons }).where('ballotId', '=', ballotId).execute()
}
