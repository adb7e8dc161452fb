import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { speaksForOrganisation, visibleTo } from '../consultations/index.ts'
import type { Actor, Person } from '../ground.ts'
import type { ReportReason } from '../moderation/words.ts'
import type { OwnState } from './contract.ts'

type Office = 'chair' | 'secretary' | 'moderator'

/** Whether this person takes part by the consultation's rules, or holds an office at its table. */
export function takesPart(personId: string) {
  return sql`(consultations.participation = 'registered'
    or ${speaksForOrganisation(sql`${personId}`)}
    or exists (select 1 from table_officers t
      where t.table_id = consultations.table_id and t.person_id = ${personId} and t.ended_at is null))`
}

/** Whether this person holds one of these offices at the consultation's table. */
export function holdsOffice(personId: string | null, offices: Office[]) {
  return sql<boolean>`exists (select 1 from table_officers t where t.table_id = consultations.table_id and t.person_id = ${personId}
    and t.office = any(${offices}::table_office[]) and t.ended_at is null)`
}

export const isOpen = sql<boolean>`(rooms.closed_at is null and consultations.closed_at is null)`

/** Whether a message, under the name it has in the query, stands in its room for everybody: it has its place, and nobody has taken it away. */
export function standing(m: string) {
  const column = (name: string) => sql.ref(`${m}.${name}`)
  return sql<boolean>`(${column('seq')} is not null and ${column('withdrawn_at')} is null and ${column('hidden_at')} is null and ${column('parked_at')} is null)`
}

/** What its author is told of a message. */
export const ownState = sql<OwnState>`case when m.withdrawn_at is not null then 'withdrawn' when m.refused_at is not null then 'refused'
  when m.seq is null then 'held' when m.hidden_at is not null then 'hidden' when m.parked_at is not null then 'parked' else 'said' end`

/** One's own message, locked, where one may still see its room. */
export async function findOwnMessage(db: Reader, author: Person, messageId: string, lock?: 'change') {
  const { rows } = await sql<{
    id: string
    roomId: string
    text: string
    language: string
    isOpen: boolean
    state: OwnState
    because: { reason: ReportReason | null; note: string } | null
  }>`
    select m.id, m.room_id, m.text, m.language, ${isOpen} as is_open, ${ownState} as state,
      (select jsonb_build_object('reason', l.reason, 'note', l.note) from moderation_log l where l.subject_id = m.id
        and l.act::text = case ${ownState} when 'hidden' then 'hide' when 'parked' then 'park' when 'refused' then 'refuse' end
        order by l.number desc limit 1) as because
    from messages m join rooms on rooms.id = m.room_id join consultations on consultations.id = rooms.consultation_id
    where m.id = ${messageId} and m.author_id = ${author.id} and ${visibleTo(author)}
    ${lock ? sql`for no key update of m` : sql``}`.execute(db)
  return rows[0]
}

export async function keepNewText(trx: Trx, messageId: string, text: string, now: Date) {
  await sql`
    insert into message_versions (message_id, version, text, replaced_at)
    select id, 1 + (select count(*) from message_versions v where v.message_id = m.id), text, ${now} from messages m where id = ${messageId}`.execute(
    trx,
  )
  await trx.updateTable('messages').set({ text, editedAt: now }).where('id', '=', messageId).execute()
}

export async function keepWithdrawal(trx: Trx, messageId: string, now: Date) {
  await trx.updateTable('messages').set({ withdrawnAt: now }).where('id', '=', messageId).execute()
}

/** The seats that may be called on, each by its organisation's name. */
const seatsInForce = sql`coalesce((select json_agg(json_build_object('id', e.id, 'name', g.name) order by g.name, e.id)
  from seats e join organisations g on g.id = e.organisation_id, (select (now() at time zone 'Europe/Rome')::date as day) today
  where e.table_id = consultations.table_id and e.starts_on <= today.day and (e.ends_on is null or e.ends_on >= today.day)), '[]')`

/** A room and all that its page says beside the messages, in one query. */
export async function findRoom(db: Reader, actor: Actor, roomId: string, now: Date) {
  const me = actor.kind === 'person' ? actor.id : null
  const { rows } = await sql<{
    id: string
    consultationId: string
    title: unknown
    isMembersOnly: boolean
    isOpen: boolean
    takesPart: boolean
    mayModerate: boolean
    mayKeepOrder: boolean
    seats: { id: string; name: string }[]
    organisations: { id: string; name: string }[]
    seq: number
    here: number
    updatedAt: Date | null
    hasWaiting: boolean
  }>`
    select rooms.id, rooms.consultation_id, consultations.title, consultations.visibility = 'members' as is_members_only,
      ${isOpen} as is_open, ${me ? takesPart(me) : sql`false`} as takes_part, s.last_seq as seq,
      ${holdsOffice(me, ['moderator'])} as may_moderate, ${holdsOffice(me, ['chair', 'moderator'])} as may_keep_order,
      ${me ? seatsInForce : sql`'[]'::json`} as seats,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name, g.id)
        from organisation_members b join organisations g on g.id = b.organisation_id
        where b.person_id = ${me} and b.left_at is null and b.role = 'representative' and g.state = 'verified'), '[]') as organisations,
      (select coalesce(sum(people), 0)::int from room_presence n
        where n.room_id = rooms.id and n.at > ${now}::timestamptz - interval '10 seconds') as here,
      (select at from events e where e.stream_id = rooms.id and e.seq = s.last_seq) as updated_at,
      ${me ? sql`exists (select 1 from messages w where w.room_id = rooms.id and w.author_id = ${me} and w.seq is null)` : sql`false`} as has_waiting
    from rooms join consultations on consultations.id = rooms.consultation_id join streams s on s.id = rooms.id
    where rooms.id = ${roomId} and ${visibleTo(actor)}`.execute(db)
  return rows[0]
}
