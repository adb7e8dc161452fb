import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { MotionState } from './words.ts'

/** A motion as an act holds it: its meeting is held too, so nobody else changes it meanwhile. */
export type MotionHeld = {
  id: string
  meetingId: string
  itemId: string | null
  /** What the next vote is on: the proposal it asked for, or the one that its text became at an earlier vote. */
  proposalId: string | null
  isOwnText: boolean
  seatId: string
  text: string
  language: string
  state: MotionState
  lastOutcome: 'approved' | 'not-approved' | 'no-quorum' | null
  hasOpenVote: boolean
  needId: string | null
}

export async function findMeetingOfMotion(db: Reader, motionId: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('motions')
    .where('id', '=', motionId)
    .select('meetingId')
    .executeTakeFirst()
  return found?.meetingId
}

export async function findMotion(trx: Trx, motionId: string): Promise<MotionHeld> {
  const { rows } = await sql<MotionHeld>`
    select m.id, m.meeting_id, m.item_id, coalesce(m.proposal_id, last.proposal_id) as proposal_id,
      m.proposal_id is null as is_own_text, m.seat_id, m.text, m.language,
      case when m.withdrawn_at is not null then 'withdrawn' when last.id is not null then 'put' else 'moved' end as state,
      last.outcome as last_outcome, coalesce(last.state <> 'closed', false) as has_open_vote, i.need_id
    from motions m
      left join agenda_items i on i.id = m.item_id
      left join lateral (select b.id, b.proposal_id, b.outcome, b.state from decisions d join ballots b on b.id = d.ballot_id
        where d.motion_id = m.id order by d.recorded_at desc limit 1) last on true
    where m.id = ${motionId}`.execute(trx)
  const found = rows[0]
  if (!found) throw new Error(`No motion ${motionId}`)
  return found
}

export async function findMoved(trx: Trx, personId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return trx
    .selectFrom('motions')
    .where('movedBy', '=', personId)
    .where('clientId', '=', clientId)
    .select(['id', 'number'])
    .executeTakeFirst()
}

export async function findRunningItem(db: Reader, meetingId: string): Promise<string | null> {
  const found = await db
    .selectFrom('agendaItems')
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'running')
    .select('id')
    .executeTakeFirst()
  return found?.id ?? null
}

export async function isItemOf(db: Reader, meetingId: string, itemId: string): Promise<boolean> {
  const found = await db
    .selectFrom('agendaItems')
    .where('meetingId', '=', meetingId)
    .where('id', '=', itemId)
    .where('removedAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}

/** A proposal of the meeting's own consultation that can be put to the vote. */
export async function isVotable(db: Reader, consultationId: string, proposalId: string): Promise<boolean> {
  const found = await db
    .selectFrom('proposals')
    .where('consultationId', '=', consultationId)
    .where('id', '=', proposalId)
    .where('publishedAt', 'is not', null)
    .where('state', 'in', ['published', 'not-approved'])
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}

export async function keepMotion(
  trx: Trx,
  motion: {
    meetingId: string
    itemId: string | null
    proposalId: string | null
    seatId: string
    movedBy: string
    text: string
    language: string
    movedAt: Date
    clientId: string | null
  },
): Promise<{ id: string; number: number }> {
  return trx
    .insertInto('motions')
    .values({
      ...motion,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from motions where meeting_id = ${motion.meetingId})`,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

export async function keepWithdrawn(trx: Trx, motionId: string, personId: string, now: Date): Promise<void> {
  await trx
    .updateTable('motions')
    .set({ withdrawnAt: now, withdrawnBy: personId })
    .where('id', '=', motionId)
    .execute()
}

/** Answers whether the seat had not supported it before. */
export async function keepSupport(
  trx: Trx,
  support: { motionId: string; seatId: string; supportedBy: string; supportedAt: Date },
): Promise<boolean> {
  const kept = await trx
    .insertInto('motionSupports')
    .values(support)
    .onConflict((conflict) => conflict.doNothing())
    .returning('seatId')
    .executeTakeFirst()
  return kept !== undefined
}

/** The vote that is open in a meeting, if its time is not over. */
export async function findOpenVote(trx: Trx, meetingId: string, now: Date): Promise<string | undefined> {
  const found = await trx
    .selectFrom('ballots')
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'open')
    .where('closesAt', '>', now)
    .select('id')
    .executeTakeFirst()
  return found?.id
}

/** Who answers a consultation: whom a motion's proposal is addressed to, unless the chair names another. */
export async function findAnsweringBody(db: Reader, consultationId: string): Promise<string> {
  const found = await db
    .selectFrom('consultations')
    .innerJoin('organisations', 'organisations.id', 'consultations.answeringOrganisationId')
    .where('consultations.id', '=', consultationId)
    .select('organisations.name')
    .executeTakeFirstOrThrow()
  return found.name
}

export type Recorded = {
  meetingId: string
  itemId: string | null
  motionId: string | null
  ballotId: string | null
  text: string
  language: string
  seatsPresent: number
  seatsNeeded: number
  seatsVoting: number
  recordedBy: string
  recordedAt: Date
  clientId: string | null
}

export async function keepDecision(trx: Trx, decision: Recorded): Promise<string> {
  const { id } = await trx.insertInto('decisions').values(decision).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function findRecorded(trx: Trx, personId: string, clientId: string | undefined) {
  if (!clientId) return undefined
  return trx
    .selectFrom('decisions')
    .where('recordedBy', '=', personId)
    .where('clientId', '=', clientId)
    .select(['id', 'ballotId'])
    .executeTakeFirst()
}
