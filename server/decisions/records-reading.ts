import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '#db/database.ts'
import { standing } from '../rooms/index.ts'
import type { DecisionOnSheet, MotionOnSheet, MyVotes, TaskOnSheet, VoteOnSheet } from './contract.ts'

/** A moment as an ISO text: the sheet also goes through the live connection. */
const iso = (moment: RawBuilder<unknown>) =>
  sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export async function listMotions(db: Reader, meetingId: string): Promise<MotionOnSheet[]> {
  const { rows } = await sql<MotionOnSheet>`
    select m.id, m.number, m.seat_id, g.name as organisation, m.text, m.language, m.item_id, ${iso(sql`m.moved_at`)} as moved_at,
      case when m.withdrawn_at is not null then 'withdrawn'
        when last.id is not null then 'put' else 'moved' end as state,
      coalesce(last.outcome = 'no-quorum', false) as may_be_put_again,
      case when p.id is not null then json_build_object('id', p.id, 'number', p.number, 'title', v.title, 'language', v.language)
        end as proposal,
      coalesce((select json_agg(json_build_object('seatId', s.id, 'organisation', o.name) order by u.supported_at, s.id)
        from motion_supports u join seats s on s.id = u.seat_id join organisations o on o.id = s.organisation_id
        where u.motion_id = m.id), '[]') as supports
    from motions m join seats t on t.id = m.seat_id join organisations g on g.id = t.organisation_id
      left join proposals p on p.id = m.proposal_id
      left join proposal_versions v on v.proposal_id = p.id and v.version = p.version
      left join lateral (select b.id, b.outcome from decisions d join ballots b on b.id = d.ballot_id
        where d.motion_id = m.id order by d.recorded_at desc limit 1) last on true
    where m.meeting_id = ${meetingId}
    order by m.number`.execute(db)
  return rows
}

export type OpenVote = Omit<VoteOnSheet, 'seatsNeeded'>

/** The newest vote of the meeting that has not been counted. */
export async function findOpenVote(db: Reader, meetingId: string): Promise<OpenVote | undefined> {
  const { rows } = await sql<OpenVote>`
    select b.id as ballot_id, d.motion_id, d.text, d.language, v.title, b.definition_hash, b.quorum, b.majority,
      ${iso(sql`b.opens_at`)} as opens_at, ${iso(sql`b.closes_at`)} as closes_at,
      (select count(*)::int from ballot_seats r where r.ballot_id = b.id) as seats_on_roll,
      json_build_object('seat', u.seats, 'person', u.persons) as turnout
    from ballots b join decisions d on d.ballot_id = b.id join vote_turnouts u on u.ballot_id = b.id
      join proposal_versions v on v.proposal_id = b.proposal_id and v.version = b.proposal_version
    where b.meeting_id = ${meetingId} and b.state = 'open'
    order by b.opens_at desc limit 1`.execute(db)
  return rows[0]
}

/** What the table decided, by consent or by a vote that was counted; a vote that is still open is not a decision yet. */
export async function listDecisions(db: Reader, meetingId: string): Promise<DecisionOnSheet[]> {
  const { rows } = await sql<DecisionOnSheet>`
    select d.id, d.item_id, d.motion_id, d.text, d.language, ${iso(sql`coalesce(b.closed_at, d.recorded_at)`)} as at,
      case when b.id is not null then json_build_object('ballotId', b.id, 'outcome', b.outcome, 'seats', b.seat_tally) end as vote
    from decisions d left join ballots b on b.id = d.ballot_id
    where d.meeting_id = ${meetingId} and (b.id is null or b.state = 'closed')
    order by coalesce(b.closed_at, d.recorded_at), d.id`.execute(db)
  return rows
}

export async function listTasksOf(db: Reader, meetingId: string): Promise<TaskOnSheet[]> {
  const { rows } = await sql<TaskOnSheet>`
    select t.id, t.item_id, t.decision_id, t.text, t.language, coalesce(g.name, t.office) as office, t.due_on, t.review_on,
      coalesce((select r.is_done from task_reports r where r.task_id = t.id order by r.number desc limit 1), false) as is_done
    from tasks t left join organisations g on g.id = t.organisation_id
    where t.meeting_id = ${meetingId} order by t.set_at, t.id`.execute(db)
  return rows
}

export async function listTakenUp(db: Reader, meetingId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from statements_taken_up s join messages m on m.id = s.message_id
    where s.meeting_id = ${meetingId} and ${standing('m')} order by m.seq`.execute(db)
  return rows.map((row) => row.id)
}

/** What the forms of a meeting's decisions choose from. */
export async function listChoices(
  db: Reader,
  { consultationId }: { consultationId: string },
  meetingId: string,
) {
  const { rows } = await sql<{
    items: { id: string; text: string; language: string; isRunning: boolean }[]
    proposals: { id: string; number: number; title: string; language: string }[]
    organisations: { id: string; name: string }[]
  }>`select
    coalesce((select json_agg(json_build_object('id', i.id, 'text', i.title, 'language', i.language,
        'isRunning', i.state = 'running') order by i.position)
      from agenda_items i where i.meeting_id = ${meetingId} and i.removed_at is null), '[]') as items,
    coalesce((select json_agg(json_build_object('id', p.id, 'number', p.number, 'title', v.title, 'language', v.language) order by p.number)
      from proposals p join proposal_versions v on v.proposal_id = p.id and v.version = p.version
      where p.consultation_id = ${consultationId} and p.published_at is not null
        and (p.state = 'published' or p.state = 'not-approved')
        and not exists (select 1 from ballots b where b.proposal_id = p.id and b.state in ('planned', 'open'))), '[]') as proposals,
    coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name, g.id)
      from organisations g where g.state = 'verified' and (g.id in (
          select s.organisation_id from seats s join consultations c on c.table_id = s.table_id where c.id = ${consultationId})
        or g.id = (select answering_organisation_id from consultations where id = ${consultationId}))), '[]') as organisations`.execute(
    db,
  )
  return rows[0] ?? { items: [], proposals: [], organisations: [] }
}

/** What was cast for these seats in the vote that is open. */
export async function listVotesOf(db: Reader, meetingId: string, seatIds: string[]): Promise<MyVotes> {
  if (seatIds.length === 0) return []
  return db
    .selectFrom('votes')
    .innerJoin('ballots', 'ballots.id', 'votes.ballotId')
    .where('ballots.meetingId', '=', meetingId)
    .where('ballots.state', '=', 'open')
    .where('votes.unit', '=', 'seat')
    .where('votes.electorId', 'in', seatIds)
    .select(['ballots.id as ballotId', 'votes.electorId as seatId', 'choice', 'reason'])
    .execute()
}

/** The seats that somebody fills, by their organisation. */
export async function organisationsOfSeats(db: Reader, seats: readonly { seatId: string }[]) {
  if (seats.length === 0) return []
  return db
    .selectFrom('seats')
    .innerJoin('organisations', 'organisations.id', 'seats.organisationId')
    .where(
      'seats.id',
      'in',
      seats.map(({ seatId }) => seatId),
    )
    .orderBy('organisations.name')
    .select(['seats.id as seatId', 'organisations.name as organisation'])
    .execute()
}

/** What a meeting is called by, and with which quorum. */
export async function findName(db: Reader, meetingId: string) {
  return db
    .selectFrom('meetings')
    .where('id', '=', meetingId)
    .select(['title', 'number', 'quorum'])
    .executeTakeFirstOrThrow()
}
