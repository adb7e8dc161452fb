import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { ReadyItems, Subject } from './contract.ts'

type ItemWritten = {
  title: string
  language: string
  minutes: number
  needId: string | null
  proposalId: string | null
}

export async function countItems(trx: Trx, meetingId: string): Promise<number> {
  const { items } = await trx
    .selectFrom('agendaItems')
    .where('meetingId', '=', meetingId)
    .select(({ fn }) => fn.count<number>('position').as('items'))
    .executeTakeFirstOrThrow()
  return items
}

export async function findAdded(trx: Trx, meetingId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return trx
    .selectFrom('agendaItems')
    .where('meetingId', '=', meetingId)
    .where('clientId', '=', clientId)
    .select('id')
    .executeTakeFirst()
}

/** A need or a proposal of this consultation that everybody in it may read. */
export async function findSubject(trx: Trx, consultationId: string, { kind, id }: Subject) {
  const { rows } = await (
    kind === 'need'
      ? sql<{ title: string; language: string }>`select title, language from needs
          where id = ${id} and consultation_id = ${consultationId} and state = 'posted' and hidden_at is null`
      : sql<{ title: string; language: string }>`select v.title, v.language from proposals p
          join proposal_versions v on v.proposal_id = p.id and v.version = p.version
          where p.id = ${id} and p.consultation_id = ${consultationId} and p.state not in ('draft', 'withdrawn')`
  ).execute(trx)
  return rows[0]
}

export async function isOnAgenda(trx: Trx, meetingId: string, { kind, id }: Subject, but?: string) {
  const found = await trx
    .selectFrom('agendaItems')
    .where('meetingId', '=', meetingId)
    .where('removedAt', 'is', null)
    .where(kind === 'need' ? 'needId' : 'proposalId', '=', id)
    .$if(but !== undefined, (items) => items.where('id', '!=', but ?? ''))
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}

/** At the end of the agenda of a meeting already held, so that two do not take the same place. */
export async function keepItem(
  trx: Trx,
  item: ItemWritten & { meetingId: string; clientId: string | null },
): Promise<string> {
  const { id } = await trx
    .insertInto('agendaItems')
    .values({ ...item, position: nextPlace(item.meetingId) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const nextPlace = (meetingId: string) =>
  sql<number>`(select coalesce(max(position), 0) + 1 from agenda_items where meeting_id = ${meetingId})`

export async function keepItemChanged(trx: Trx, itemId: string, item: ItemWritten): Promise<void> {
  await trx.updateTable('agendaItems').set(item).where('id', '=', itemId).execute()
}

/** Off the agenda; those after it move up. Where it came from another meeting, it waits there again. */
export async function keepItemRemoved(trx: Trx, meetingId: string, itemId: string, now: Date) {
  await sql`update agenda_items set removed_at = ${now}, position = null where id = ${itemId}`.execute(trx)
  await sql`update agenda_items i set position = placed.place from (
      select id, row_number() over (order by position)::int as place from agenda_items
      where meeting_id = ${meetingId} and removed_at is null) placed
    where placed.id = i.id and i.position <> placed.place`.execute(trx)
  const { rows } = await sql<{ id: string; meetingId: string; roomId: string }>`
    update agenda_items i set carried_to = null from meetings m where i.carried_to = ${itemId} and m.id = i.meeting_id
    returning i.id, i.meeting_id, m.room_id`.execute(trx)
  return rows[0]
}

/** The agenda in a new order, all its items named. */
export async function keepOrder(trx: Trx, itemIds: string[]): Promise<void> {
  await sql`update agenda_items i set position = placed.place::int
    from unnest(${itemIds}::uuid[]) with ordinality placed (id, place)
    where placed.id = i.id and i.position <> placed.place`.execute(trx)
}

export async function listOrder(trx: Trx, meetingId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('agendaItems')
    .where('meetingId', '=', meetingId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * The same item at the end of another meeting's agenda, with copies of its papers: what was read at the first meeting
 * stays as it was. What it is about goes with it within one consultation.
 */
export async function copyItem(
  trx: Trx,
  itemId: string,
  into: { meetingId: string; clientId: string | null },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into agenda_items (meeting_id, position, title, language, minutes, need_id, proposal_id, client_id)
    select m.id, ${nextPlace(into.meetingId)}, i.title, i.language, i.minutes,
      case when f.consultation_id = m.consultation_id then i.need_id end,
      case when f.consultation_id = m.consultation_id then i.proposal_id end, ${into.clientId}::uuid
    from agenda_items i join meetings f on f.id = i.meeting_id join meetings m on m.id = ${into.meetingId}
    where i.id = ${itemId}
    returning id`.execute(trx)
  const copy = rows[0]
  if (!copy) throw new Error(`No item ${itemId}`)
  await sql`
    with papers as (
      select id, position, gen_random_uuid() as copy from agenda_papers where item_id = ${itemId} and removed_at is null
    ), kept as (
      insert into agenda_papers (id, item_id, position) select copy, ${copy.id}::uuid, position from papers returning id
    )
    insert into agenda_paper_texts (paper_id, language, title, text, link, written_at)
    select kept.id, t.language, t.title, t.text, t.link, t.written_at
    from papers join kept on kept.id = papers.copy join agenda_paper_texts t on t.paper_id = papers.id`.execute(
    trx,
  )
  return copy.id
}

/** An item of another meeting of this table that waits to be taken, locked so that one meeting takes it. */
export async function holdCarried(trx: Trx, tableId: string, itemId: string) {
  const { rows } = await sql<{
    id: string
    spentSeconds: number
    carriedTo: string | null
    meetingId: string
    roomId: string
    tableId: string
    consultationId: string
    isMembersOnly: boolean
  }>`
    select i.id, i.spent_seconds, i.carried_to, m.id as meeting_id, m.room_id, m.table_id, m.consultation_id,
      c.visibility = 'members' as is_members_only
    from agenda_items i join meetings m on m.id = i.meeting_id join consultations c on c.id = m.consultation_id
    where i.id = ${itemId} and i.state = 'carried' and i.removed_at is null and m.table_id = ${tableId}
    for no key update of i`.execute(trx)
  return rows[0]
}

/** What may go on an agenda and is on none yet, the most supported and the newest first. */
export async function listReady(
  db: Reader,
  meeting: { id: string; tableId: string; consultationId: string },
): Promise<ReadyItems> {
  const { rows } = await sql<ReadyItems>`
    select
      coalesce((select json_agg(n order by n.supports desc, n.posted_at desc) from (
        select 'need' as kind, n.id, n.title, n.language, n.shown_support_count as supports, n.posted_at from needs n
        where n.consultation_id = ${meeting.consultationId} and n.state = 'posted' and n.hidden_at is null
          and not exists (${onAnAgenda(sql`i.need_id = n.id`)})
        order by n.shown_support_count desc, n.posted_at desc limit 100) n), '[]') as needs,
      coalesce((select json_agg(p order by p.number desc) from (
        select 'proposal' as kind, p.id, v.title, v.language, p.number from proposals p
          join proposal_versions v on v.proposal_id = p.id and v.version = p.version
        where p.consultation_id = ${meeting.consultationId} and p.state not in ('draft', 'withdrawn', 'answered')
          and not exists (${onAnAgenda(sql`i.proposal_id = p.id`)})
        order by p.number desc limit 100) p), '[]') as proposals,
      coalesce((select json_agg(c order by c.from_number, c.position) from (
        select i.id as "itemId", i.title, i.language, i.minutes, m.number as "fromNumber", m.number as from_number, i.position
        from agenda_items i join meetings m on m.id = i.meeting_id join consultations from_c on from_c.id = m.consultation_id
        where m.table_id = ${meeting.tableId} and m.id <> ${meeting.id} and i.state = 'carried' and i.carried_to is null
          and i.removed_at is null and (from_c.visibility = 'public' or from_c.id = ${meeting.consultationId})) c), '[]') as carried`.execute(
    db,
  )
  const ready = rows[0]
  if (!ready) throw new Error('A select without a from answers one row')
  return ready
}

const onAnAgenda = (isIt: ReturnType<typeof sql>) => sql`select 1 from agenda_items i
  join meetings on meetings.id = i.meeting_id
  where ${isIt} and i.removed_at is null and meetings.state <> 'cancelled'`
