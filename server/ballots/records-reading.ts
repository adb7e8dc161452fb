import { sql } from 'kysely'
import type { Reader } from '#db/database.ts'
import type { ByLanguage } from '../by-language.ts'
import { speaksForOrganisation, visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import type { BallotShown, MySeat, PersonVote, SeatVote, VoteStands } from './contract.ts'
import type { Outcome, Tally } from './words.ts'

type StoredState = 'planned' | 'open' | 'closed' | 'cancelled'
/** Moments come out of json as text. */
type InJson<Row> = { [Name in keyof Row]: Row[Name] extends Date | null ? string | null : Row[Name] }
type StoredVote = { choice: VoteStands['choice']; reason: string; castAt: string; changedAt: string | null }

type BallotRow = Omit<
  BallotShown,
  'state' | 'consultation' | 'mySeats' | 'me' | 'result' | 'may' | 'turnout' | 'seatsNeeded'
> & {
  state: StoredState
  consultationId: string
  consultationTitle: ByLanguage
  outcome: Outcome | null
  seatTally: Tally | null
  personTally: Tally | null
  isChair: boolean
  isOnRoll: boolean
  mySeats: (Omit<MySeat, 'vote'> & { vote: (StoredVote & { castBy: string }) | null })[]
  myVote: StoredVote | null
  seatVotes: Omit<InJson<SeatVote>, 'receipt'>[]
}

/** The ballot whole, with what the reader has voted; who voted what only once it is closed. */
export async function findBallot(
  db: Reader,
  actor: Actor,
  ballotId: string,
  now: Date,
): Promise<BallotRow | undefined> {
  const day = romeDay(now)
  const me = actor.kind === 'guest' ? null : actor.id
  const { rows } = await sql<BallotRow>`
    select b.id, b.state, b.quorum, b.majority, b.opens_at, b.closes_at, b.opened_at, b.closed_at, b.cancel_reason, b.definition_hash, b.corrects_id,
      (select l.id from ballots l where l.corrects_id = b.id and l.state <> 'cancelled' limit 1) as corrected_by,
      b.outcome, b.seat_tally, b.person_tally, b.people_on_roll,
      consultations.id as consultation_id, consultations.title as consultation_title,
      json_build_object('id', p.id, 'number', p.number, 'version', v.version, 'title', v.title, 'ask', v.ask,
        'addressee', v.addressee, 'language', v.language) as proposal,
      (select count(*) from ballot_seats r where r.ballot_id = b.id) as seats_on_roll,
      (select json_build_object('id', e.id, 'number', e.number, 'roomId', e.room_id) from meetings e where e.id = b.meeting_id) as meeting,
      exists (select 1 from table_officers o where o.table_id = consultations.table_id and o.person_id = ${me}::uuid
        and o.ended_at is null and o.office = 'chair') as is_chair,
      exists (select 1 from people e where e.id = ${me}::uuid
        and (consultations.participation = 'registered' or ${speaksForOrganisation(sql`e.id`)}) and (b.opened_at is null or (e.created_at <= b.opened_at
        and (consultations.visibility = 'public'
          or exists (select 1 from ballot_people r where r.ballot_id = b.id and r.person_id = e.id))))) as is_on_roll,
      coalesce((select json_agg(json_build_object('seatId', s.id, 'organisation', g.name, 'part', m.part,
          'vote', (select json_build_object('choice', w.choice, 'reason', w.reason, 'castAt', w.cast_at, 'changedAt', w.changed_at, 'castBy', a.name)
            from votes w join people a on a.id = w.cast_by where w.ballot_id = b.id and w.unit = 'seat' and w.elector_id = s.id))
          order by g.name, s.id)
        from mandates m join seats s on s.id = m.seat_id join organisations g on g.id = s.organisation_id
        where m.person_id = ${me}::uuid and s.table_id = consultations.table_id and s.kind = 'voting'
          and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)
          and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on >= ${day}::date)
          and (b.state = 'planned' or exists (select 1 from ballot_seats r where r.ballot_id = b.id and r.seat_id = s.id))), '[]') as my_seats,
      (select json_build_object('choice', w.choice, 'reason', w.reason, 'castAt', w.cast_at, 'changedAt', w.changed_at)
        from votes w where w.ballot_id = b.id and w.unit = 'person' and w.elector_id = ${me}::uuid) as my_vote,
      case when b.state = 'closed' then coalesce((
        select json_agg(json_build_object('seatId', s.id, 'organisation', g.name, 'choice', w.choice, 'reason', coalesce(w.reason, ''),
          'castBy', a.name) order by g.name, s.id)
        from ballot_seats r join seats s on s.id = r.seat_id join organisations g on g.id = s.organisation_id
          left join votes w on w.ballot_id = b.id and w.unit = 'seat' and w.elector_id = s.id
          left join people a on a.id = w.cast_by
        where r.ballot_id = b.id), '[]') else '[]' end as seat_votes
    from ballots b
      join consultations on consultations.id = b.consultation_id
      join proposals p on p.id = b.proposal_id
      join proposal_versions v on v.proposal_id = b.proposal_id and v.version = b.proposal_version
    where b.id = ${ballotId} and ${visibleTo(actor)}`.execute(db)
  return rows[0]
}

function visibleBallot(db: Reader, actor: Actor, ballotId: string) {
  return db
    .selectFrom('ballots')
    .innerJoin('consultations', 'consultations.id', 'ballots.consultationId')
    .where('ballots.id', '=', ballotId)
    .where(visibleTo(actor))
}

export async function findTally(db: Reader, actor: Actor, ballotId: string) {
  return visibleBallot(db, actor, ballotId)
    .select([
      'ballots.state',
      'ballots.opensAt',
      'ballots.closesAt',
      'ballots.quorum',
      'ballots.peopleOnRoll',
      sql<number>`(select count(*) from ballot_seats r where r.ballot_id = ballots.id)`.as('seatsOnRoll'),
      'ballots.outcome',
      'ballots.seatTally',
      'ballots.personTally',
    ])
    .executeTakeFirst()
}

/** What the definition was made of, to make it again. */
export async function findDefined(db: Reader, actor: Actor, ballotId: string) {
  return visibleBallot(db, actor, ballotId)
    .select([
      'ballots.proposalId',
      'ballots.proposalVersion',
      'ballots.definitionHash',
      'ballots.quorum',
      'ballots.majority',
      'ballots.opensAt',
      'ballots.closesAt',
    ])
    .executeTakeFirst()
}

export async function findClosedQuestion(db: Reader, actor: Actor, ballotId: string) {
  return db
    .selectFrom('ballots')
    .innerJoin('consultations', 'consultations.id', 'ballots.consultationId')
    .innerJoin('proposalVersions as v', (join) =>
      join
        .onRef('v.proposalId', '=', 'ballots.proposalId')
        .onRef('v.version', '=', 'ballots.proposalVersion'),
    )
    .where('ballots.id', '=', ballotId)
    .where(visibleTo(actor))
    .select(['ballots.state', 'ballots.definitionHash', 'ballots.proposalId as id', 'v.title', 'v.language'])
    .executeTakeFirst()
}

/** By name, a page at a time. */
export async function listPersonVotes(
  db: Reader,
  ballotId: string,
  after: string | undefined,
  most: number | null,
): Promise<Omit<PersonVote, 'receipt'>[]> {
  const { rows } = await sql<Omit<PersonVote, 'receipt'>>`
    select p.id as person_id, p.name, w.choice, w.reason
    from votes w join people p on p.id = w.elector_id
    where w.ballot_id = ${ballotId} and w.unit = 'person'
      ${
        after
          ? sql`and (p.name, p.id) > (select l.name, l.id from votes x join people l on l.id = x.elector_id
        where x.ballot_id = ${ballotId} and x.unit = 'person' and l.id = ${after}::uuid)`
          : sql``
      }
    order by p.name, p.id limit ${most}`.execute(db)
  return rows
}

type ListedRow = {
  id: string
  state: StoredState
  opensAt: Date
  closesAt: Date
  outcome: Outcome | null
  proposal: { id: string; number: number; title: string; language: string }
  consultationId: string
  consultationTitle: ByLanguage
}

export async function listBallots(
  db: Reader,
  actor: Actor,
  wanted: {
    consultationId?: string | undefined
    state?: StoredState | undefined
    after?: string | undefined
    most: number
  },
): Promise<ListedRow[]> {
  const { consultationId, state, after, most } = wanted
  const { rows } = await sql<ListedRow>`
    select b.id, b.state, b.opens_at, b.closes_at, b.outcome,
      json_build_object('id', p.id, 'number', p.number, 'title', v.title, 'language', v.language) as proposal,
      consultations.id as consultation_id, consultations.title as consultation_title
    from ballots b
      join consultations on consultations.id = b.consultation_id
      join proposals p on p.id = b.proposal_id
      join proposal_versions v on v.proposal_id = b.proposal_id and v.version = b.proposal_version
    where ${visibleTo(actor)}
      ${consultationId ? sql`and b.consultation_id = ${consultationId}` : sql``}
      ${state ? sql`and b.state = ${state}` : sql``}
      ${
        after
          ? sql`and (b.opens_at, b.id) < (select l.opens_at, l.id from ballots l
        join consultations on consultations.id = l.consultation_id where l.id = ${after}::uuid and ${visibleTo(actor)})`
          : sql``
      }
    order by b.opens_at desc, b.id desc limit ${most}`.execute(db)
  return rows
}
