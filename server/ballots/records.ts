import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import { speaksForOrganisation, visibleTo } from '../consultations/index.ts'
import type { Actor } from '../ground.ts'
import { romeDay } from '../rome-day.ts'
import type { Question, Turnout } from './contract.ts'
import { emptyTally, type Choice, type Majority, type Outcome, type Tally, type Unit } from './words.ts'

export type BallotHeld = {
  id: string
  proposalId: string
  consultationId: string
  tableId: string
  state: 'planned' | 'open' | 'closed' | 'cancelled'
  quorum: number
  majority: Majority
  opensAt: Date
  closesAt: Date
  /** The room of the meeting in which it was put to the vote; null for one that was called by itself. */
  roomId: string | null
}

const held = [
  'ballots.id',
  'ballots.proposalId',
  'ballots.consultationId',
  'consultations.tableId',
  'ballots.state',
  'ballots.quorum',
  'ballots.majority',
  'ballots.opensAt',
  'ballots.closesAt',
  'meetings.roomId',
] as const

/** Locked against every vote under way: this waits for them, and those that come after wait for this. */
export async function findToTurn(trx: Trx, actor: Actor, ballotId: string): Promise<BallotHeld | undefined> {
  return trx
    .selectFrom('ballots')
    .innerJoin('consultations', 'consultations.id', 'ballots.consultationId')
    .leftJoin('meetings', 'meetings.id', 'ballots.meetingId')
    .where('ballots.id', '=', ballotId)
    .where(visibleTo(actor))
    .select(held)
    .forUpdate('ballots')
    .executeTakeFirst()
}

/** One ballot whose date has come and that no other node is turning at this moment. */
export async function findDue(
  trx: Trx,
  state: 'planned' | 'open',
  now: Date,
  passedOver: string[],
): Promise<BallotHeld | undefined> {
  const dated = state === 'planned' ? 'ballots.opensAt' : 'ballots.closesAt'
  return trx
    .selectFrom('ballots')
    .innerJoin('consultations', 'consultations.id', 'ballots.consultationId')
    .leftJoin('meetings', 'meetings.id', 'ballots.meetingId')
    .where('ballots.state', '=', state)
    .where(dated, '<=', now)
    .where(sql<boolean>`ballots.id <> all(${passedOver}::uuid[])`)
    .orderBy(dated)
    .limit(1)
    .select(held)
    .forUpdate('ballots')
    .skipLocked()
    .executeTakeFirst()
}

export async function findCalled(trx: Trx, personId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return trx
    .selectFrom('ballots')
    .where('createdBy', '=', personId)
    .where('clientId', '=', clientId)
    .select(['id', 'definitionHash'])
    .executeTakeFirst()
}

export async function findQuestion(
  db: Reader,
  proposalId: string,
  version: number,
): Promise<Question | undefined> {
  return db
    .selectFrom('proposals')
    .innerJoin('proposalVersions', 'proposalVersions.proposalId', 'proposals.id')
    .where('proposals.id', '=', proposalId)
    .where('proposalVersions.version', '=', version)
    .select([
      'proposals.id as proposalId',
      'proposals.number',
      'proposalVersions.version',
      'title',
      'addressee',
      'ask',
      'plain as text',
    ])
    .executeTakeFirst()
}

export async function keepBallot(
  trx: Trx,
  ballot: {
    proposalId: string
    proposalVersion: number
    consultationId: string
    definitionHash: string
    quorum: number
    majority: Majority
    opensAt: Date
    closesAt: Date
    createdBy: string
    clientId: string | undefined
    correctsId?: string | null
    meetingId?: string
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('ballots')
    .values({ ...ballot, clientId: ballot.clientId ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Opens it and freezes the roll: the voting seats whose term is running, and how many people may vote. Where the consultation is
 * for its members, they are listed; elsewhere everybody who was registered by then is on it, which no list need say: whoever was
 * only written to and never entered is not counted among them.
 */
export async function keepOpened(trx: Trx, ballot: BallotHeld, openedAt: Date) {
  const day = romeDay(openedAt)
  await sql`
    with inside as (
      select distinct i.person_id from consultation_people i join people p on p.id = i.person_id
        join consultations c on c.id = i.consultation_id
      where c.id = ${ballot.consultationId} and c.visibility <> 'public' and p.created_at <= ${openedAt} and p.email is not null
        and (c.participation = 'registered' or ${speaksForOrganisation(sql`p.id`)})),
    listed as (insert into ballot_people (ballot_id, person_id) select ${ballot.id}, person_id from inside),
    opened as (
      update ballots set state = 'open', opened_at = ${openedAt}, people_on_roll = (
        select case c.visibility when 'public'
          then (select count(*) from people p where p.created_at <= ${openedAt} and p.email is not null
            and (c.participation = 'registered' or ${speaksForOrganisation(sql`p.id`)})
            and (p.name <> '' or exists (select 1 from sessions e where e.person_id = p.id)))
          else (select count(*) from inside) end
        from consultations c where c.id = ballots.consultation_id)
      where id = ${ballot.id} returning id)
    insert into ballot_seats (ballot_id, seat_id)
    select opened.id, s.id from opened, seats s
    where s.table_id = ${ballot.tableId} and s.kind = 'voting'
      and s.starts_on <= ${day}::date and (s.ends_on is null or s.ends_on >= ${day}::date)`.execute(trx)
}

export async function keepClosed(
  trx: Trx,
  ballotId: string,
  closed: { closedAt: Date; outcome: Outcome; seats: Tally; persons: Tally },
) {
  await trx
    .updateTable('ballots')
    .set({
      state: 'closed',
      closedAt: closed.closedAt,
      outcome: closed.outcome,
      seatTally: JSON.stringify(closed.seats),
      personTally: JSON.stringify(closed.persons),
    })
    .where('id', '=', ballotId)
    .execute()
}

export async function keepCancelled(trx: Trx, ballotId: string, reason: string, now: Date) {
  await trx
    .updateTable('ballots')
    .set({ state: 'cancelled', cancelledAt: now, cancelReason: reason })
    .where('id', '=', ballotId)
    .execute()
}

export async function countVotes(db: Reader, ballotId: string): Promise<Record<Unit, Tally>> {
  const { rows } = await sql<{ unit: Unit; choice: Choice; votes: number }>`
    select unit, choice, count(*) as votes from votes where ballot_id = ${ballotId} group by unit, choice`.execute(
    db,
  )
  const tallies = { seat: { ...emptyTally }, person: { ...emptyTally } }
  for (const { unit, choice, votes } of rows) tallies[unit][choice] = votes
  return tallies
}

export async function countTurnout(db: Reader, ballotId: string): Promise<Turnout> {
  const { rows } = await sql<{ unit: Unit; votes: number }>`
    select unit, count(*) as votes from votes where ballot_id = ${ballotId} group by unit`.execute(db)
  return {
    seat: rows.find(({ unit }) => unit === 'seat')?.votes ?? 0,
    person: rows.find(({ unit }) => unit === 'person')?.votes ?? 0,
  }
}

export async function countRoll(db: Reader, ballotId: string): Promise<number> {
  const { seats } = await db
    .selectFrom('ballotSeats')
    .where('ballotId', '=', ballotId)
    .select((select) => select.fn.countAll<number>().as('seats'))
    .executeTakeFirstOrThrow()
  return seats
}
