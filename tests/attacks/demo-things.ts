import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'

/** Things of the demo that pages are about, public and secret. */
export type DemoThings = Record<
  | 'consultation'
  | 'listening'
  | 'secretConsultation'
  | 'need'
  | 'secretNeed'
  | 'listeningNeed'
  | 'anothersNeed'
  | 'room'
  | 'secretRoom'
  | 'message'
  | 'thread'
  | 'proposal'
  | 'draftProposal'
  | 'publishedProposal'
  | 'awaitingProposal'
  | 'openBallot'
  | 'closedBallot'
  | 'openPoll'
  | 'closedPoll'
  | 'plannedPoll'
  | 'openSurvey'
  | 'closedSurvey'
  | 'draftSurvey'
  | 'brief'
  | 'table'
  | 'meeting'
  | 'agendaItem'
  | 'paper'
  | 'heldMeeting'
  | 'approvedMeeting'
  | 'motion'
  | 'correction'
  | 'task'
  | 'statement'
  | 'seat'
  | 'organisation'
  | 'pendingOrganisation'
  | 'publicBody'
  | 'official'
  | 'openPollHash'
  | 'feedback'
  | 'openMeeting'
  | 'openMotion'
  | 'turn'
  | 'moderator'
  | 'member'
  | 'seatless'
  | 'absent'
  | 'absentToken',
  string
>

export async function thingsOf(db: Database): Promise<DemoThings> {
  const one = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> => {
    const { rows } = await query.execute(db)
    if (!rows[0]) throw new Error('The demo lacks a thing that the matrix needs')
    return rows[0].id
  }
  const consultation = await one(sql`select id from consultations where title->>'it' like 'Casa e lavoro%'`)
  const listening =
    await one(sql`select c.id from consultations c join consultation_phases p on p.consultation_id = c.id
    where p.phase = 'listen' and current_date between p.starts_on and p.ends_on and c.visibility = 'public'`)
  const secretConsultation = await one(sql`select id from consultations where visibility = 'members'`)
  const president = await one(sql`select id from people where persona = 'association-president'`)
  const own = sql`author_id = ${president} and hidden_at is null`
  return {
    consultation,
    listening,
    secretConsultation,
    statement: await one(
      sql`select id from statements where consultation_id = ${consultation} and state = 'approved' limit 1`,
    ),
    need: await one(sql`select id from needs where consultation_id = ${consultation} and ${own} limit 1`),
    listeningNeed: await one(
      sql`select n.id from needs n where n.consultation_id = ${listening} and n.author_id = ${president} limit 1`,
    ),
    anothersNeed: await one(
      sql`select n.id from needs n where n.consultation_id = ${consultation} and n.hidden_at is null
        and not exists (select 1 from people p where p.id = n.author_id and p.persona is not null)
        and not exists (select 1 from organisation_members m join people p on p.id = m.person_id where m.organisation_id = n.organisation_id and p.persona is not null) limit 1`,
    ),
    secretNeed: await one(sql`select id from needs where consultation_id = ${secretConsultation} limit 1`),
    room: await one(sql`select id from rooms where consultation_id = ${consultation}`),
    secretRoom: await one(sql`select id from rooms where consultation_id = ${secretConsultation}`),
    message: await one(
      sql`select m.id from messages m join rooms r on r.id = m.room_id where r.consultation_id = ${consultation} and ${own} limit 1`,
    ),
    thread: await one(
      sql`select m.thread_id as id from messages m join rooms r on r.id = m.room_id where r.consultation_id = ${consultation} and m.thread_id is not null limit 1`,
    ),
    proposal: await one(
      sql`select id from proposals where consultation_id = ${consultation} and state = 'answered' limit 1`,
    ),
    draftProposal: await one(sql`select id from proposals where state = 'draft' limit 1`),
    publishedProposal: await one(sql`select id from proposals where state = 'published' limit 1`),
    awaitingProposal:
      await one(sql`select p.id from proposals p join answer_requests r on r.proposal_id = p.id
      where p.consultation_id = ${consultation} and r.settled_at is null limit 1`),
    openBallot:
      await one(sql`select b.id from ballots b join consultations c on c.id = b.consultation_id join tables t on t.id = c.table_id
      where b.state = 'open' and t.territory_code is null limit 1`),
    closedBallot: await one(
      sql`select id from ballots where state = 'closed' and consultation_id = ${consultation} limit 1`,
    ),
    openPoll: await one(
      sql`select id from polls where state = 'open' and consultation_id = ${consultation} limit 1`,
    ),
    closedPoll: await one(
      sql`select id from polls where state = 'closed' and consultation_id = ${consultation} limit 1`,
    ),
    openSurvey: await one(sql`select id from surveys where state = 'open' limit 1`),
    closedSurvey: await one(sql`select id from surveys where state = 'closed' limit 1`),
    draftSurvey: await one(sql`select id from surveys where state = 'draft' limit 1`),
    plannedPoll: await one(
      sql`select id from polls where state = 'planned' and consultation_id = ${consultation} limit 1`,
    ),
    brief: await one(sql`select id from briefs limit 1`),
    meeting: await one(
      sql`select id from meetings where state = 'called' and consultation_id = ${consultation} limit 1`,
    ),
    agendaItem: await one(
      sql`select i.id from agenda_items i join meetings m on m.id = i.meeting_id
        where m.state = 'called' and m.consultation_id = ${consultation} and i.position = 1 limit 1`,
    ),
    paper: await one(
      sql`select p.id from agenda_papers p join agenda_items i on i.id = p.item_id join meetings m on m.id = i.meeting_id
        where m.state = 'called' and m.consultation_id = ${consultation} and i.position = 1 limit 1`,
    ),
    heldMeeting: await one(
      sql`select m.id from meetings m where m.state = 'closed' and m.consultation_id = ${consultation}
        and not exists (select 1 from minutes k where k.meeting_id = m.id) limit 1`,
    ),
    approvedMeeting: await one(sql`select meeting_id as id from minutes limit 1`),
    motion: await one(
      sql`select m.id from motions m join seats s on s.id = m.seat_id join mandates d on d.seat_id = s.id
        where d.person_id = ${president} and m.withdrawn_at is null limit 1`,
    ),
    correction: await one(sql`select id from minutes_corrections where settled_at is null limit 1`),
    task: await one(sql`select id from tasks where organisation_id is null limit 1`),
    table: await one(sql`select id from tables where territory_code = '19'`),
    seat: await one(
      sql`select s.id from seats s join tables t on t.id = s.table_id where t.territory_code = '19' and s.kind = 'voting' limit 1`,
    ),
    organisation: await one(
      sql`select organisation_id as id from organisation_members where person_id = ${president} and role = 'representative' limit 1`,
    ),
    pendingOrganisation: await one(sql`select id from organisations where state = 'pending' limit 1`),
    moderator: await one(
      sql`select o.person_id as id from table_officers o join tables t on t.id = o.table_id
        where t.territory_code = '19' and o.office = 'moderator' and o.ended_at is null limit 1`,
    ),
    member: await one(
      sql`select m.person_id as id from organisation_members m join seats s on s.organisation_id = m.organisation_id
        join mandates d on d.seat_id = s.id where d.person_id = ${president} and m.left_at is null and m.person_id <> ${president} limit 1`,
    ),
    seatless: await one(
      sql`select o.id from organisations o where o.state = 'verified' and not exists (
        select 1 from seats s join tables t on t.id = s.table_id where s.organisation_id = o.id and t.territory_code = '19') limit 1`,
    ),
    official: await one(sql`select id from people where persona = 'regional-official'`),
    publicBody: await one(
      sql`select id from organisations where kind = 'public-body' and state = 'verified' limit 1`,
    ),
    openPollHash: await one(
      sql`select definition_hash as id from polls where state = 'open' and consultation_id = ${consultation} limit 1`,
    ),
    // The demo has none; a test that needs one adds it.
    feedback: randomUUID(),
    openMeeting: randomUUID(),
    openMotion: randomUUID(),
    turn: randomUUID(),
    absent: randomUUID(),
    absentToken: 'a'.repeat(43),
  }
}
