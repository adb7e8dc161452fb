import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import { standing } from '../rooms/index.ts'
import type { Happenings, MotionMoved, Quorum, SeatTally, VoteTaken } from './contract.ts'

type UnderItem = { itemId: string | null }

/** Statements that still stand in the room; what was hidden, withdrawn or put aside since is not in the record. */
export async function listStatements(
  db: Reader,
  meetingId: string,
): Promise<(UnderItem & Omit<Happenings['statements'][number], 'saidAt'> & { saidAt: Date })[]> {
  const { rows } = await sql<UnderItem & Omit<Happenings['statements'][number], 'saidAt'> & { saidAt: Date }>`
    select s.item_id, m.id as message_id, g.name as organisation, case when e.shows_names then p.name end as name,
      m.text, m.language, m.posted_at as said_at, coalesce(m.edited_at > s.taken_up_at, false) as is_edited
    from statements_taken_up s join meetings e on e.id = s.meeting_id join messages m on m.id = s.message_id
      left join people p on p.id = m.author_id left join organisations g on g.id = m.organisation_id
    where s.meeting_id = ${meetingId} and ${standing('m')}
    order by m.seq`.execute(db)
  return rows
}

export type MotionFound = UnderItem & {
  movedAt: Date
  isWithdrawn: boolean
} & Omit<MotionMoved, 'movedAt' | 'ending' | 'votes'>

export async function listMotions(db: Reader, meetingId: string): Promise<MotionFound[]> {
  const { rows } = await sql<MotionFound>`
    select m.id, m.item_id, m.number, m.text, m.language, g.name as organisation, case when e.shows_names then p.name end as name,
      m.moved_at, m.withdrawn_at is not null as is_withdrawn,
      case when q.id is not null then json_build_object('number', q.number, 'title', v.title, 'language', v.language) end as proposal,
      array(select o.name from motion_supports u join seats s on s.id = u.seat_id join organisations o on o.id = s.organisation_id
        where u.motion_id = m.id order by u.supported_at, o.name) as supports
    from motions m join meetings e on e.id = m.meeting_id join seats t on t.id = m.seat_id
      join organisations g on g.id = t.organisation_id left join people p on p.id = m.moved_by
      left join proposals q on q.id = m.proposal_id
      left join proposal_versions v on v.proposal_id = q.id and v.version = q.version
    where m.meeting_id = ${meetingId} order by m.number`.execute(db)
  return rows
}

export type VoteFound = Omit<VoteTaken, 'openedAt' | 'closedAt' | 'persons' | 'seatVotes' | 'minority'> & {
  motionId: string
  openedAt: Date
  closedAt: Date | null
  persons: SeatTally | null
  seatVotes: { organisation: string; choice: string | null; reason: string }[]
}

/** The votes of a meeting with the tallies that were counted at their close; who voted what only after it. */
export async function listVotes(db: Reader, meetingId: string): Promise<VoteFound[]> {
  const { rows } = await sql<VoteFound>`
    select b.id as ballot_id, d.motion_id, b.opened_at, b.closed_at, b.quorum, b.majority, b.outcome,
      b.seat_tally as seats, b.person_tally as persons,
      json_build_object('present', d.seats_present, 'needed', d.seats_needed, 'voting', d.seats_voting) as present,
      (select count(*)::int from ballot_seats r where r.ballot_id = b.id) as seats_on_roll,
      case when b.state = 'closed' then coalesce((
        select json_agg(json_build_object('organisation', g.name, 'choice', w.choice, 'reason', coalesce(w.reason, ''))
          order by g.name, s.id)
        from ballot_seats r join seats s on s.id = r.seat_id join organisations g on g.id = s.organisation_id
          left join votes w on w.ballot_id = b.id and w.unit = 'seat' and w.elector_id = s.id
        where r.ballot_id = b.id), '[]') else '[]' end as seat_votes
    from ballots b join decisions d on d.ballot_id = b.id
    where b.meeting_id = ${meetingId} order by b.opened_at, b.id`.execute(db)
  return rows
}

/** What was decided without a vote; what was decided by one is told with its motion. */
export async function listConsents(db: Reader, meetingId: string) {
  const { rows } = await sql<
    UnderItem & { id: string; text: string; language: string; at: Date; quorum: Quorum }
  >`
    select d.id, d.item_id, d.text, d.language, d.recorded_at as at,
      json_build_object('present', d.seats_present, 'needed', d.seats_needed, 'voting', d.seats_voting) as quorum
    from decisions d where d.meeting_id = ${meetingId} and d.ballot_id is null order by d.recorded_at, d.id`.execute(
    db,
  )
  return rows
}

/** Tasks stand under the item they come from, or that of the decision they come from. */
export async function listTasks(
  db: Reader,
  meetingId: string,
): Promise<(UnderItem & Happenings['tasks'][number])[]> {
  const { rows } = await sql<UnderItem & Happenings['tasks'][number]>`
    select t.id, coalesce(t.item_id, d.item_id) as item_id, t.text, t.language, coalesce(g.name, t.office) as office,
      t.due_on, t.review_on,
      case when d.id is not null then json_build_object('text', d.text, 'language', d.language) end as "from"
    from tasks t left join organisations g on g.id = t.organisation_id left join decisions d on d.id = t.decision_id
    where t.meeting_id = ${meetingId} order by t.set_at, t.id`.execute(db)
  return rows
}
