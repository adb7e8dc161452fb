import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '#db/database.ts'
import { visibleTo } from '../consultations/index.ts'
import type { Person } from '../ground.ts'
import { holdsOffice, isOpen, standing, takesPart } from './records.ts'

export type PostedRow = {
  isOpen: boolean
  takesPart: boolean
  speaksForIt: boolean
  replyStands: boolean
  mentionsStand: boolean
  /** The room is slow, and this person has spoken too short a time ago. */
  mustWait: boolean
  /** The room is slowed or held, and was asked as if it were not. */
  isKept: boolean
  id: string | null
  /** Null where the message waits for a moderator. */
  seq: number | null
  rootId: string | null
  postedAt: Date | null
  /** How far the room has grown by it; null where the message was there already. */
  toldUpTo: number | null
}

export type Wish = {
  roomId: string
  text: string
  language: string
  replyTo: string | null
  organisationId: string | null
  mentions: string[]
  clientId: string
}

/**
 * Permission, turn, place in the order, event and message in one statement, which is one round trip and holds the room's
 * counter for no longer than the statement takes. Nothing comes back when the room is not there for this person. A room
 * that is slowed or held says so, and is asked again by the longer statement that knows of turns and of waiting.
 */
export async function keepMessage(
  db: Reader,
  author: Person,
  wish: Wish,
  now: Date,
  more: { tries: number; isKept: boolean; isSecondLook?: true } = { tries: 3, isKept: false },
): Promise<PostedRow | undefined> {
  try {
    const { rows } = await posting(author, wish, now, more.isKept).execute(db)
    const row = rows[0]
    if (row?.isKept && !more.isKept)
      return await keepMessage(db, author, wish, now, { ...more, isKept: true })
    // A twin of this request may have taken the turn, between this statement's look and its wait: now it can be seen.
    return row?.mustWait && !more.isSecondLook
      ? await keepMessage(db, author, wish, now, { ...more, isSecondLook: true })
      : row
  } catch (thrown) {
    if (more.tries > 0 && (isTwin(thrown) || isToBeJudgedAgain(thrown)))
      return keepMessage(db, author, wish, now, { ...more, tries: more.tries - 1 })
    throw thrown
  }
}

const may = sql`asked.is_open and asked.takes_part and asked.speaks_for_it and asked.reply_stands and asked.mentions_stand and asked.rules_known`
const isFirst = sql`not exists (select 1 from first)`
const hasTurn = sql`(asked.wait = 0 or exists (select 1 from turn))`

function posting(author: Person, wish: Wish, now: Date, isKept: boolean): RawBuilder<PostedRow> {
  const { roomId, text, language, replyTo, organisationId, clientId, mentions } = wish
  const hasMentions = mentions.length > 0
  const more = hasMentions
    ? isKept
      ? sql`(select case when is_held then 0 else 1 end from asked)`
      : sql`1`
    : sql`0`
  return sql<PostedRow>`
    with asked as (
      select rooms.id, s.rules, ${isOpen} as is_open, ${takesPart(author.id)} as takes_part,
        (${organisationId}::uuid is null or exists (select 1 from organisation_members b join organisations g on g.id = b.organisation_id
          where b.person_id = ${author.id} and b.organisation_id = ${organisationId} and b.left_at is null
            and b.role = 'representative' and g.state = 'verified')) as speaks_for_it,
        coalesce(q.thread_id, q.id) as root_id, (${replyTo}::uuid is null or q.room_id = rooms.id and ${standing('q')}) is true as reply_stands,
        ${hasMentions ? sql`(select count(*) = ${mentions.length} from (${seatsNamed(mentions)}) named)` : sql`true`} as mentions_stand,
        ${isKept ? sql`true` : sql`rooms.slow_seconds = 0 and rooms.held_since is null`} as rules_known
        ${isKept ? pace(author) : sql``}
      from rooms join consultations on consultations.id = rooms.consultation_id join streams s on s.id = rooms.id
        left join messages q on q.id = ${replyTo}
      where rooms.id = ${roomId} and ${visibleTo(author)}
    ), first as (
      select id, seq, thread_id, posted_at from messages
      where room_id = ${roomId} and author_id = ${author.id} and client_id = ${clientId}
    ), ${isKept ? turn(author) : sql``} counter as (
      update streams set last_seq = last_seq + 1 + ${more}
      where id = (select id from asked where ${may} and ${isFirst} ${isKept ? sql`and ${hasTurn}` : sql``})
        and rules = (select rules from asked)
      returning last_seq as up_to, last_seq - ${more} as seq
    ), message as (
      insert into messages (room_id, seq, author_id, organisation_id, thread_id, reply_to, language, text, mentions, client_id, posted_at, held_at)
      select asked.id, ${isKept ? sql`case when not asked.is_held then counter.seq end` : sql`counter.seq`}, ${author.id}, ${organisationId},
        asked.root_id, ${replyTo}, ${language}, ${text}, ${mentions.length}, ${clientId}, ${now}::timestamptz,
        ${isKept ? sql`case when asked.is_held then ${now}::timestamptz end` : sql`null`}
      from counter cross join asked
      returning id, seq, thread_id, posted_at
    ), ${hasMentions ? naming(mentions, author) : sql``} event as (
      insert into events (stream_id, seq, name, actor_id, about_id, at)
      select ${roomId}, counter.seq, case when message.seq is null then 'message-held' else 'message-posted' end, ${author.id},
        message.id, message.posted_at from counter cross join message
    )
    select asked.is_open, asked.takes_part, asked.speaks_for_it, asked.reply_stands, asked.mentions_stand,
      first.id is null and not asked.rules_known as is_kept,
      ${isKept ? sql`first.id is null and ${may} and not ${hasTurn}` : sql`false`} as must_wait,
      coalesce(first.id, message.id) as id, case when first.id is null then message.seq else first.seq end as seq,
      coalesce(first.thread_id, message.thread_id) as root_id, coalesce(first.posted_at, message.posted_at) as posted_at,
      (select up_to from counter) as told_up_to,
      case when ${may} and first.id is null and message.id is null ${isKept ? sql`and ${hasTurn}` : sql``} then judge_again() end as again
    from asked left join first on true left join message on true`
}

/** Whether what this person says waits for a moderator, and how long they wait between two messages. */
function pace(author: Person) {
  return sql`, (rooms.held_since is not null and not ${holdsOffice(author.id, ['chair', 'moderator'])}) as is_held,
    case when rooms.slow_seconds > 0 and not ${speaksAtWill(author.id)} then rooms.slow_seconds else 0 end as wait`
}

/** Takes this person's turn to speak: of many messages at once, the row lets one through and the others see that it did. */
function turn(author: Person) {
  return sql`turn as (
      insert into room_turns (room_id, person_id, at)
      select asked.id, ${author.id}, now() from asked
      where ${may} and asked.wait > 0 and ${isFirst} and not exists (select 1 from messages m
        where m.room_id = asked.id and m.author_id = ${author.id}
          and coalesce(m.held_at, m.posted_at) > now() - make_interval(secs => asked.wait))
      on conflict (room_id, person_id) do update set at = excluded.at
        where room_turns.at <= excluded.at - make_interval(secs => (select wait from asked))
      returning at
    ), `
}

/** Those of these seats that are in force today, at the table of the consultation. */
function seatsNamed(mentions: string[]) {
  return sql`select s.id from seats s, (select (now() at time zone 'Europe/Rome')::date as day) today
    where s.id = any(${mentions}::uuid[]) and s.table_id = consultations.table_id
      and s.starts_on <= today.day and (s.ends_on is null or s.ends_on >= today.day)`
}

/** The seats a message calls on are told by an event of their own, so that whoever tells them need not look at every message. */
function naming(mentions: string[], author: Person) {
  return sql`named as (
      insert into message_mentions (message_id, seat_id) select message.id, s.id from message, unnest(${mentions}::uuid[]) s (id)
    ), calling as (
      insert into events (stream_id, seq, name, actor_id, about_id, at)
      select asked.id, message.seq + 1, 'seats-mentioned', ${author.id}, message.id, message.posted_at
      from message cross join asked where message.seq is not null
    ), `
}

/** How many seconds this person has still to wait before their next message in a slow room. */
export async function findWait(db: Reader, author: Person, roomId: string): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    select ceil(extract(epoch from greatest(t.at, (select max(coalesce(m.held_at, m.posted_at)) from messages m
      where m.room_id = rooms.id and m.author_id = ${author.id})) + make_interval(secs => rooms.slow_seconds) - now()))::int as seconds
    from rooms left join room_turns t on t.room_id = rooms.id and t.person_id = ${author.id}
    where rooms.id = ${roomId}`.execute(db)
  return Math.max(1, rows[0]?.seconds ?? 1)
}

/** Whoever keeps order, and whoever has the floor of the meeting in the room, does not wait. */
function speaksAtWill(personId: string) {
  return sql`(${holdsOffice(personId, ['chair', 'moderator'])} or exists (select 1 from speaking_turns t join meetings g on g.id = t.meeting_id
    where g.room_id = rooms.id and g.state = 'open' and t.person_id = ${personId} and t.ended_at is null))`
}

function isTwin(thrown: unknown): boolean {
  const { code, constraint } = thrown as { code?: unknown; constraint?: unknown }
  return code === '23505' && constraint === 'messages_room_id_author_id_client_id_key'
}

function isToBeJudgedAgain(thrown: unknown): boolean {
  return (thrown as { code?: unknown }).code === '40001'
}
