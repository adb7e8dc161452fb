import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DemoThings } from './demo-things.ts'

/** What the demo's story has none of, so that every column has something in it that a page shows. Answers where. */
export async function addRarerThings(database: Database, things: DemoThings): Promise<string[]> {
  const db = database.withoutPlugins()
  const president = sql`(select id from people where persona = 'association-president')`
  const one = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> => {
    const { rows } = await query.execute(db)
    if (!rows[0]) throw new Error('Nothing to copy from')
    return rows[0].id
  }
  await sql`insert into feedback (page, useful, hard, words, language, email) select '/', 'no', '{}', 'x', 'it', 'a@people.test'
    from generate_series(1, 3)`.execute(db)
  await sql`insert into mails (person_id, recipient, language, subject, text, html, state)
    select ${president}, 'a@people.test', 'it', 'x', 'x', 'x', 'sent' from generate_series(1, 3)`.execute(db)
  await sql`update surveys set reference = '{"source": "a count of people", "counts": {}}' where id = ${things.draftSurvey}::uuid`.execute(
    db,
  )
  await sql`insert into need_drafts (author_id, client_id, consultation_id, typed)
    select ${president}, gen_random_uuid(), ${things.listening}::uuid, '{"title": "a title", "tried": "a try"}'
    from generate_series(1, 3)`.execute(db)
  await sql`insert into organisation_invitations (organisation_id, email, role, token_hash, invited_by, expires_at)
    select ${things.organisation}::uuid, 'a@people.test', 'member', gen_random_uuid()::text, ${president}, now() + interval '7 days'
    from generate_series(1, 3)`.execute(db)
  await sql`insert into reports (subject_kind, subject_id, table_id, consultation_id, reporter_id, reason, note)
    select 'message', m.id, c.table_id, c.id, p.id, 'spam', 'x' from messages m join rooms r on r.id = m.room_id
      join consultations c on c.id = r.consultation_id, (select id from people where id <> ${president} limit 3) p
    where m.id = ${things.message}`.execute(db)
  await sql`insert into message_versions (message_id, version, text, replaced_at)
    select ${things.message}::uuid, version, 'x', now() from generate_series(101, 103) version`.execute(db)
  await sql`update tables set purpose = '{"it": "a purpose"}'`.execute(db)
  await sql`insert into proposal_sources (proposal_id, need_id, linked_by, unlinked_at, unlink_reason)
    select proposal_id, need_id, linked_by, now(), 'x' from proposal_sources where proposal_id = ${things.proposal} limit 3`.execute(
    db,
  )
  const cancelled =
    await one(sql`insert into ballots (proposal_id, proposal_version, consultation_id, definition_hash, state, quorum,
      majority, opens_at, closes_at, created_by, cancelled_at)
    select proposal_id, proposal_version, consultation_id, definition_hash, 'cancelled', quorum, majority, opens_at,
      closes_at, created_by, now() from ballots where id = ${things.closedBallot} returning id`)
  const withdrawn =
    await one(sql`insert into proposals (consultation_id, number, state, created_by, published_at, withdrawn_at)
    select consultation_id, 900, 'withdrawn', created_by, published_at, now() from proposals where id = ${things.proposal}
    returning id`)
  await sql`insert into proposal_versions (proposal_id, version, title, document, plain, ask, addressee, author_id)
    select ${withdrawn}::uuid, 1, title, document, plain, ask, addressee, author_id from proposal_versions
    where proposal_id = ${things.proposal} and version = 1`.execute(db)
  const rejected =
    await one(sql`insert into organisations (name, kind, territory_code, region_code, state, registered_by, decided_at)
    values ('x', 'association', '19', '19', 'rejected', ${president}, now()) returning id`)
  await sql`insert into organisation_members (organisation_id, person_id, role) values (${rejected}, ${president}, 'representative')`.execute(
    db,
  )
  const meeting = async (state: 'open' | 'cancelled', number: number) =>
    one(sql`insert into meetings (table_id, consultation_id, room_id, number, title, state, starts_at, ends_at, quorum, called_by)
      select table_id, consultation_id, ${things.room}::uuid, ${number}::int, title, ${state}, now() - interval '1 hour',
        now() + interval '1 hour', quorum, called_by from meetings where id = ${things.meeting} returning id`)
  const cancelledMeeting = await meeting('cancelled', 900)
  const openMeeting = await meeting('open', 901)
  await sql`insert into agenda_items (meeting_id, position, title, language, minutes, state, ended_as, outcome, outcome_language, closed_at)
    select ${openMeeting}::uuid, position, 'x', 'it', 5, 'closed', 'agreed', 'x', 'it', now()
    from generate_series(1, 3) position`.execute(db)
  await sql`insert into checks (meeting_id, kind, unit, question, language, options, opened_by, closes_at)
    values (${openMeeting}, 'question', 'seat', 'x', 'it', '{a,b}', ${president}, now() + interval '1 hour')`.execute(
    db,
  )
  await sql`insert into seat_apologies (meeting_id, seat_id, person_id, note)
    values (${things.meeting}, ${things.seat}, ${president}, 'x')`.execute(db)
  await sql`update minutes_corrections set is_accepted = false, reason = 'x', reason_language = 'it', settled_at = now()
    where is_accepted is null`.execute(db)
  return [
    `/ballots/${cancelled}`,
    `/proposals/${withdrawn}`,
    `/organisations/${rejected}`,
    `/needs?consultation=${things.consultation}&q=alert`,
    '/me/notifications',
    `/meetings/${cancelledMeeting}`,
  ]
}
