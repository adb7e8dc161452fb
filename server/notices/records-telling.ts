import { sql, type RawBuilder } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { Audience, SubjectKind } from './told.ts'

const reader = 'notices'

/** How far the reader has come in a stream, locked: two workers on one stream go one after the other. */
export async function holdCursor(
  trx: Trx,
  streamId: string,
): Promise<{ seq: number; lastSeq: number } | undefined> {
  await sql`insert into event_readers (reader, stream_id, seq) select ${reader}, id, 0 from streams where id = ${streamId}
    on conflict do nothing`.execute(trx)
  const held = await sql<{
    seq: number
  }>`select seq from event_readers where reader = ${reader} and stream_id = ${streamId} for update`.execute(
    trx,
  )
  const cursor = held.rows[0]
  if (!cursor) return undefined
  // Read after the lock, so that what another worker has told meanwhile is behind us.
  const { lastSeq } = await trx
    .selectFrom('streams')
    .where('id', '=', streamId)
    .select('lastSeq')
    .executeTakeFirstOrThrow()
  return { seq: cursor.seq, lastSeq }
}

export async function keepCursor(trx: Trx, streamId: string, seq: number) {
  await trx
    .updateTable('eventReaders')
    .set({ seq })
    .where('reader', '=', reader)
    .where('streamId', '=', streamId)
    .execute()
}

export type EventToTell = {
  streamId: string
  seq: number
  name: string
  about: string
  actorId: string | null
  at: Date
}

export async function listToTell(
  trx: Trx,
  streamId: string,
  place: { after: number; upTo: number },
  names: string[],
  most: number,
): Promise<EventToTell[]> {
  const rows = await trx
    .selectFrom('events')
    .where('streamId', '=', streamId)
    .where('seq', '>', place.after)
    .where('seq', '<=', place.upTo)
    .where('name', 'in', names)
    .where('aboutId', 'is not', null)
    .orderBy('seq')
    .limit(most)
    .select(['streamId', 'seq', 'name', 'aboutId as about', 'actorId', 'at'])
    .execute()
  return rows.map((row) => ({ ...row, about: row.about ?? '' }))
}

/** Streams in which something happened that the reader has not come to, longer ago than a moment. */
export async function listBehind(db: Reader, before: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select s.id from streams s
    left join event_readers r on r.stream_id = s.id and r.reader = ${reader}
    where s.last_seq > coalesce(r.seq, 0)
      and exists (select 1 from events e where e.stream_id = s.id and e.seq = coalesce(r.seq, 0) + 1 and e.at <= ${before})
    limit ${most}`.execute(db)
  return rows.map((row) => row.id)
}

const followers = (kind: 'consultation' | 'need' | 'proposal', ids: RawBuilder<unknown>) =>
  sql`select f.person_id from follows f where f.subject_kind = ${kind} and f.subject_id in (${ids})`

/** Whose need it is, as a person and as an organisation, and who follows it. */
const needPeople = (ids: RawBuilder<unknown>) => sql`
  select n.author_id from needs n where n.id in (${ids})
  union select m.person_id from needs n join organisation_members m on m.organisation_id = n.organisation_id
    where n.id in (${ids}) and m.role = 'representative' and m.left_at is null
  union ${followers('need', ids)}`

const proposalPeople = (id: RawBuilder<unknown>) => sql`
  ${followers('proposal', id)}
  union ${followers('consultation', sql`select consultation_id from proposals where id = ${id}`)}
  union ${needPeople(sql`select need_id from proposal_sources where proposal_id = ${id} and unlinked_at is null`)}`

/** Where what one person wrote is kept. */
const written = { need: 'needs', message: 'messages', statement: 'statements' } as const

function audienceOf(audience: Audience, subject: SubjectKind, id: string): RawBuilder<unknown> {
  const given = sql`${id}::uuid`
  const proposal = subject === 'ballot' ? sql`(select proposal_id from ballots where id = ${given})` : given
  switch (audience) {
    case 'author':
      return sql`select author_id from ${sql.table(written[subject as keyof typeof written] ?? 'needs')} where id = ${given}`
    case 'seats':
      return sql`select m.person_id from message_mentions n join seats s on s.id = n.seat_id join mandates m on m.seat_id = s.id
        cross join (select (now() at time zone 'Europe/Rome')::date as day) today
        where n.message_id = ${given} and s.starts_on <= today.day and (s.ends_on is null or s.ends_on >= today.day)
          and m.starts_on <= today.day and (m.ends_on is null or m.ends_on >= today.day)`
    case 'need':
      return needPeople(given)
    case 'proposal':
      return proposalPeople(proposal)
    case 'voters':
      return sql`${proposalPeople(proposal)}
        union select m.person_id from ballots b join consultations c on c.id = b.consultation_id
          join seats s on s.table_id = c.table_id and s.kind = 'voting' join mandates m on m.seat_id = s.id
          cross join (select (now() at time zone 'Europe/Rome')::date as day) today
          where b.id = ${given} and s.starts_on <= today.day and (s.ends_on is null or s.ends_on >= today.day)
            and m.starts_on <= today.day and (m.ends_on is null or m.ends_on >= today.day)`
    case 'body':
      return sql`${proposalPeople(given)}
        union select m.person_id from answer_requests r join organisation_members m on m.organisation_id = r.organisation_id
          where r.proposal_id = ${given} and m.role = 'representative' and m.left_at is null
        union select r.asked_by from answer_requests r where r.proposal_id = ${given}`
    case 'meeting':
      return sql`select person_id from invited_to_meetings where meeting_id = ${given}`
    case 'correction':
      return sql`select asked_by from minutes_corrections where id = ${given}
        union select m.person_id from minutes_corrections k join mandates m on m.seat_id = k.seat_id
          cross join (select (now() at time zone 'Europe/Rome')::date as day) today
          where k.id = ${given} and m.starts_on <= today.day and (m.ends_on is null or m.ends_on >= today.day)`
    case 'followers':
      return sql`${followers('consultation', sql`select consultation_id from surveys where id = ${given}`)}
        union select m.person_id from surveys v join consultations c on c.id = v.consultation_id
          join seats s on s.table_id = c.table_id join mandates m on m.seat_id = s.id
          cross join (select (now() at time zone 'Europe/Rome')::date as day) today
          where v.id = ${given} and s.starts_on <= today.day and (s.ends_on is null or s.ends_on >= today.day)
            and m.starts_on <= today.day and (m.ends_on is null or m.ends_on >= today.day)`
    case 'officers':
      return sql`select o.person_id from polls l join consultations c on c.id = l.consultation_id
          join table_officers o on o.table_id = c.table_id
        where l.id = ${given} and o.ended_at is null and o.office in ('chair', 'secretary')`
    case 'electors':
      // Merely registered, everybody is on the roll of a public poll: they are told only where they belong, or follow. Who belongs is
      // asked of one consultation: joined to the roll, the view would be worked out for all of them.
      return sql`${followers('consultation', sql`select consultation_id from polls where id = ${given}`)}
        union select m.person_id from poll_roll r join seats s on s.id = r.elector_id join mandates m on m.seat_id = s.id
          cross join (select (now() at time zone 'Europe/Rome')::date as day) today
          where r.poll_id = ${given} and r.unit = 'seat' and s.starts_on <= today.day and (s.ends_on is null or s.ends_on >= today.day)
            and m.starts_on <= today.day and (m.ends_on is null or m.ends_on >= today.day)
        union select i.person_id from consultation_people i
          where i.consultation_id = (select consultation_id from polls where id = ${given})
            and exists (select 1 from poll_roll r where r.poll_id = ${given} and r.unit = 'person' and r.elector_id = i.person_id)`
    case 'consultation':
      return followers('consultation', given)
    case 'brief':
      return sql`select n.author_id from needs n where n.consultation_id = (select consultation_id from briefs where id = ${given}) and n.state = 'posted'
        union ${followers('consultation', sql`select consultation_id from briefs where id = ${given}`)}
        union ${followers('need', sql`select n.id from needs n join briefs b on b.consultation_id = n.consultation_id where b.id = ${given}`)}
        union ${followers('proposal', sql`select p.id from proposals p join briefs b on b.consultation_id = p.consultation_id where b.id = ${given}`)}`
  }
}

/** The consultation an event belongs to: its stream is the consultation's own, or that of one of its rooms. */
const consultationOf = (streamId: string) => sql`select c.id, c.visibility from consultations c
  where c.id = ${streamId} or c.id = (select consultation_id from rooms where id = ${streamId})`

/**
 * One notice for each person the event concerns: those who may see it, not who did it. Telling it twice keeps one.
 * Answers who wants a mail at once.
 */
export async function keepNotices(
  trx: Trx,
  event: EventToTell,
  about: { subject: SubjectKind; audience: Audience; mailed?: true },
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    with kept as (
      insert into notices (person_id, kind, subject_kind, subject_id, stream_id, seq, at, mailed_at)
      select p.id, ${event.name}, ${about.subject}, ${event.about}::uuid, ${event.streamId}::uuid, ${event.seq}::bigint,
        date_trunc('milliseconds', ${event.at}::timestamptz), case when p.notice_rhythm = 'never' or ${about.mailed ?? false} then ${now}::timestamptz end
      from people p cross join (${consultationOf(event.streamId)}) c
      where p.id in (${audienceOf(about.audience, about.subject, event.about)})
        and p.id is distinct from ${event.actorId}::uuid
        and (c.visibility = 'public'
          or exists (select 1 from consultation_people inside where inside.consultation_id = c.id and inside.person_id = p.id))
      on conflict (person_id, stream_id, seq, subject_id) do nothing
      returning person_id)
    select kept.person_id from kept join people p on p.id = kept.person_id where p.notice_rhythm = 'at-once' and not ${about.mailed ?? false}`.execute(
    trx,
  )
  return rows.map((row) => row.personId)
}
