import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { Agenda, AgendaItem } from './contract.ts'
import type { ItemEnding, ItemState } from './words.ts'

/** The agenda in its order, as everybody who may see the meeting reads it. */
export async function readAgenda(db: Reader, meetingId: string): Promise<Agenda> {
  const { rows } = await sql<
    Omit<AgendaItem, 'runningSince' | 'closedAt'> & { runningSince: Date | null; closedAt: Date | null }
  >`
    select i.id, i.position, i.title, i.language, i.minutes, i.state, i.running_since, i.spent_seconds, i.closed_at,
      i.ended_as, i.outcome, i.outcome_language, ${aboutIt} as about,
      coalesce((select json_agg(json_build_object('id', p.id, 'titles', said.titles, 'missing', array(
            select promised from unnest(m.languages) promised
            where not exists (select 1 from agenda_paper_texts t where t.paper_id = p.id and t.language = promised))
          ) order by p.position)
        from agenda_papers p cross join lateral (
          select coalesce(json_agg(json_build_object('language', t.language, 'title', t.title)
            order by array_position(m.languages, t.language), t.language), '[]') as titles
          from agenda_paper_texts t where t.paper_id = p.id) said
        where p.item_id = i.id and p.removed_at is null), '[]') as papers,
      (select json_build_object('meetingId', taker.id, 'number', taker.number)
        from agenda_items taken join meetings taker on taker.id = taken.meeting_id where taken.id = i.carried_to) as carried_to
    from agenda_items i join meetings m on m.id = i.meeting_id
      left join needs n on n.id = i.need_id and n.state = 'posted' and n.hidden_at is null
      left join proposals pr on pr.id = i.proposal_id and pr.state not in ('draft', 'withdrawn')
      left join proposal_versions v on v.proposal_id = pr.id and v.version = pr.version
    where i.meeting_id = ${meetingId} and i.removed_at is null
    order by i.position`.execute(db)
  return rows.map(({ runningSince, closedAt, ...row }) => ({
    ...row,
    runningSince: runningSince?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  }))
}

const aboutIt = sql`case
  when n.id is not null then json_build_object('kind', 'need', 'id', n.id, 'title', n.title, 'language', n.language)
  when pr.id is not null then json_build_object('kind', 'proposal', 'id', pr.id, 'title', v.title, 'language', v.language)
  end`

export type ItemHeld = {
  id: string
  state: ItemState
  position: number
  runningSince: Date | null
  spentSeconds: number
  endingClientId: string | null
}

const held = sql`id, state, position, running_since, spent_seconds, ending_client_id`

/** An item that is on the agenda of a meeting already held, so nobody else changes it meanwhile. */
export async function findItem(trx: Trx, meetingId: string, itemId: string): Promise<ItemHeld | undefined> {
  const { rows } = await sql<ItemHeld>`select ${held} from agenda_items
    where id = ${itemId} and meeting_id = ${meetingId} and removed_at is null`.execute(trx)
  return rows[0]
}

export async function findRunning(trx: Trx, meetingId: string): Promise<ItemHeld | undefined> {
  const { rows } = await sql<ItemHeld>`select ${held} from agenda_items
    where meeting_id = ${meetingId} and state = 'running'`.execute(trx)
  return rows[0]
}

export async function keepStarted(trx: Trx, itemId: string, now: Date): Promise<void> {
  await trx
    .updateTable('agendaItems')
    .set({ state: 'running', runningSince: now })
    .where('id', '=', itemId)
    .execute()
}

/** Its clock stands; what comes next says whether it still runs, waits or has ended. */
export async function keepStopped(
  trx: Trx,
  itemId: string,
  stopped: { state: 'running' | 'waiting'; spentSeconds: number },
): Promise<void> {
  await trx
    .updateTable('agendaItems')
    .set({ ...stopped, runningSince: null })
    .where('id', '=', itemId)
    .execute()
}

export async function keepEnding(
  trx: Trx,
  itemId: string,
  ending: {
    endedAs: ItemEnding
    outcome: string
    outcomeLanguage: string | null
    closedAt: Date
    spentSeconds: number
    endingClientId: string | null
  },
): Promise<void> {
  await trx
    .updateTable('agendaItems')
    .set({ ...ending, state: 'closed', runningSince: null })
    .where('id', '=', itemId)
    .execute()
}

/** An item that goes on in a later meeting; which one may still be open. */
export async function keepCarried(
  trx: Trx,
  itemId: string,
  carried: { spentSeconds?: number; carriedTo: string | null },
): Promise<void> {
  await trx
    .updateTable('agendaItems')
    .set({ ...carried, state: 'carried', runningSince: null })
    .where('id', '=', itemId)
    .execute()
}

export async function listWaiting(trx: Trx, meetingId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('agendaItems')
    .where('meetingId', '=', meetingId)
    .where('removedAt', 'is', null)
    .where('state', '=', 'waiting')
    .orderBy('position')
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}
