import { sql, type RawBuilder } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Person } from '../ground.ts'
import type { ReportReason } from '../moderation/words.ts'
import type { KeptMessage, OwnState, OwnWaiting } from './contract.ts'
import { holdsOffice, isOpen, ownState } from './records.ts'

export type RoomKept = {
  id: string
  tableId: string
  consultationId: string
  title: unknown
  isOpen: boolean
  mayModerate: boolean
  mayKeepOrder: boolean
  slowSeconds: number
  isHeld: boolean
  pinnedMessageId: string | null
}

const ofRoom = (actor: Person) => sql`rooms.id as room_id, consultations.table_id, ${isOpen} as is_open,
  ${holdsOffice(actor.id, ['moderator'])} as may_moderate, ${holdsOffice(actor.id, ['chair', 'moderator'])} as may_keep_order,
  rooms.pinned_message_id`

/** A room that this person may see, locked where its rules are about to change. */
export async function findRoomToKeep(
  db: Reader,
  actor: Person,
  roomId: string,
  lock?: 'change',
): Promise<RoomKept | undefined> {
  const { rows } = await sql<RoomKept>`
    select ${ofRoom(actor)}, rooms.id, consultations.id as consultation_id, consultations.title, rooms.slow_seconds,
      rooms.held_since is not null as is_held
    from rooms join consultations on consultations.id = rooms.consultation_id
    where rooms.id = ${roomId} and ${visibleTo(actor)} ${lock ? sql`for no key update of rooms` : sql``}`.execute(
    db,
  )
  return rows[0]
}

export type MessageKept = {
  id: string
  roomId: string
  tableId: string
  state: OwnState
  isParked: boolean
  isOwn: boolean
  isOpen: boolean
  mayModerate: boolean
  mayKeepOrder: boolean
  pinnedMessageId: string | null
  hasMentions: boolean
}

/** A message in a room that this person may see, locked. Whether they may know of it at all is the state's to say. */
export async function holdMessage(
  trx: Trx,
  actor: Person,
  messageId: string,
): Promise<MessageKept | undefined> {
  const { rows } = await sql<MessageKept>`
    select m.id, ${ofRoom(actor)}, ${ownState} as state, m.parked_at is not null as is_parked, m.author_id = ${actor.id} as is_own,
      m.mentions > 0 as has_mentions
    from messages m join rooms on rooms.id = m.room_id join consultations on consultations.id = rooms.consultation_id
    where m.id = ${messageId} and ${visibleTo(actor)} for no key update of m`.execute(trx)
  return rows[0]
}

export async function keepPinned(trx: Trx, roomId: string, pinnedMessageId: string | null) {
  await trx.updateTable('rooms').set({ pinnedMessageId }).where('id', '=', roomId).execute()
}

export async function keepSlowMode(trx: Trx, roomId: string, slowSeconds: number) {
  await trx.updateTable('rooms').set({ slowSeconds }).where('id', '=', roomId).execute()
}

export async function keepHold(trx: Trx, roomId: string, heldSince: Date | null) {
  await trx.updateTable('rooms').set({ heldSince }).where('id', '=', roomId).execute()
}

/** It is in the room from now on, and at this place. */
export async function keepApproval(trx: Trx, messageId: string, seq: number, postedAt: Date) {
  await trx.updateTable('messages').set({ seq, postedAt }).where('id', '=', messageId).execute()
}

export async function keepRefusal(trx: Trx, messageId: string, refusedAt: Date) {
  await trx.updateTable('messages').set({ refusedAt }).where('id', '=', messageId).execute()
}

export async function keepParked(trx: Trx, messageId: string, parkedAt: Date) {
  await trx.updateTable('messages').set({ parkedAt }).where('id', '=', messageId).execute()
}

/** It comes back where the talk is now, for it was put aside to be talked of later. */
export async function keepReturn(trx: Trx, messageId: string, seq: number, returnedAt: Date) {
  await trx
    .updateTable('messages')
    .set({ parkedAt: null, seq, returnedAt })
    .where('id', '=', messageId)
    .execute()
}

const said = (act: RawBuilder<unknown>) =>
  sql`(select l.note from moderation_log l where l.subject_id = m.id and l.act = ${act} order by l.number desc limit 1)`

/** One message with its words, for who keeps order in its room. */
export async function findKept(db: Reader, actor: Person, messageId: string) {
  const { rows } = await sql<
    Omit<KeptMessage, 'at'> & MessageKept & { at: Date; consultationId: string; title: unknown }
  >`
    select m.id, p.name, o.name as organisation, m.text, m.language, m.posted_at as at, m.thread_id is not null as is_answer,
      m.author_id = ${actor.id} as is_own, coalesce(${said(sql`'park'`)}, '') as note, ${ofRoom(actor)}, ${ownState} as state,
      m.parked_at is not null as is_parked, m.mentions > 0 as has_mentions, consultations.id as consultation_id, consultations.title
    from messages m join people p on p.id = m.author_id left join organisations o on o.id = m.organisation_id
      join rooms on rooms.id = m.room_id join consultations on consultations.id = rooms.consultation_id
    where m.id = ${messageId} and m.withdrawn_at is null and ${visibleTo(actor)}`.execute(db)
  return rows[0]
}

function keptMessages(actor: Person, roomId: string, which: RawBuilder<unknown>, at: RawBuilder<unknown>) {
  return sql<Omit<KeptMessage, 'at'> & { at: Date }>`
    select m.id, p.name, o.name as organisation, m.text, m.language, ${at} as at, m.thread_id is not null as is_answer,
      m.author_id = ${actor.id} as is_own, coalesce(${said(sql`'park'`)}, '') as note
    from messages m join people p on p.id = m.author_id left join organisations o on o.id = m.organisation_id
    where m.room_id = ${roomId} and m.withdrawn_at is null and ${which}
    order by ${at}, m.id limit 200`
}

/** What waits for a moderator, longest waiting first. */
export async function listHeld(db: Reader, actor: Person, roomId: string) {
  const which = sql`m.seq is null and m.refused_at is null`
  const { rows } = await keptMessages(actor, roomId, which, sql`m.held_at`).execute(db)
  return rows
}

/** What was put aside for later, first put aside first. One that was hidden since then is not for later any more. */
export async function listParked(db: Reader, actor: Person, roomId: string) {
  const which = sql`m.parked_at is not null and m.hidden_at is null`
  const { rows } = await keptMessages(actor, roomId, which, sql`m.parked_at`).execute(db)
  return rows
}

/** What this person said in a room and is not in it: the newest, oldest of them first. */
export async function listOwnWaiting(db: Reader, personId: string, roomId: string): Promise<OwnWaiting[]> {
  const { rows } = await sql<
    Omit<OwnWaiting, 'refusedFor'> & { reason: ReportReason | null; note: string | null }
  >`
    select m.id, m.text, m.language, case when m.refused_at is null then 'held' else 'refused' end as state, m.client_id, l.reason, l.note
    from messages m left join lateral (select reason, note from moderation_log l
      where l.subject_id = m.id and l.act = 'refuse' order by number desc limit 1) l on true
    where m.room_id = ${roomId} and m.author_id = ${personId} and m.seq is null and m.withdrawn_at is null
    order by m.held_at desc limit 20`.execute(db)
  return rows.reverse().map(({ reason, note, ...row }) => ({
    ...row,
    refusedFor: row.state === 'refused' ? { reason, note: note ?? '' } : null,
  }))
}
