import { sql } from 'kysely'
import { definitionOf, hashOf } from '#server/ballots/definition.ts'
import { aProposal } from './proposals.ts'
import type { World } from './world.ts'

/** A table that decides: its voting seats, each with holder and alternate, and a ballot on a published proposal. */
export async function aBallot(
  world: World,
  given: {
    state?: 'planned' | 'open'
    seats?: number
    quorum?: number
    majority?: 'simple' | 'absolute' | 'two-thirds'
    visibility?: 'public' | 'members'
    /** In minutes from now. */
    opens?: number
    closes?: number
  } = {},
) {
  const { db } = world.ground
  const state = given.state ?? 'open'
  const consultation = await world.consultation({
    phase: 'decide',
    visibility: given.visibility ?? 'public',
  })
  const seats = []
  for (let count = 0; count < (given.seats ?? 3); count++) {
    const organisation = await world.organisation()
    const holder = organisation.representative
    const alternate = await world.person({ name: 'Supplente' })
    const { id } = await world.seat({
      tableId: consultation.table.id,
      organisationId: organisation.id,
      holder,
      alternate,
    })
    seats.push({ id, holder, alternate, organisationId: organisation.id })
  }
  const proposal = await aProposal(world, consultation)
  const rules = {
    quorum: given.quorum ?? 50,
    majority: given.majority ?? ('simple' as const),
    opensAt: minutesFromNow(given.opens ?? (state === 'open' ? -60 : 60)),
    closesAt: minutesFromNow(given.closes ?? 120),
  }
  const definitionHash = hashOf(definitionOf(proposal.question, rules))
  const { id } = await db
    .insertInto('ballots')
    .values({
      ...rules,
      proposalId: proposal.id,
      proposalVersion: 1,
      consultationId: consultation.id,
      definitionHash,
      state,
      openedAt: state === 'open' ? new Date() : null,
      createdBy: consultation.table.chair.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (state === 'open') {
    await sql`insert into ballot_people (ballot_id, person_id) select distinct ${id}::uuid, person_id from consultation_people
      where consultation_id = ${consultation.id} and ${given.visibility === 'members'}`.execute(db)
    if (seats.length > 0)
      await db
        .insertInto('ballotSeats')
        .values(seats.map((seat) => ({ ballotId: id, seatId: seat.id })))
        .execute()
    await db.updateTable('proposals').set({ state: 'voting' }).where('id', '=', proposal.id).execute()
  }
  return { id, definitionHash, seats, proposal, consultation, chair: consultation.table.chair }
}

export function minutesFromNow(minutes: number): Date {
  return new Date(Date.now() + minutes * 60_000)
}

export async function votesOf(world: World, ballotId: string) {
  return world.ground.db
    .selectFrom('votes')
    .where('ballotId', '=', ballotId)
    .select(['unit', 'electorId', 'castBy', 'choice', 'reason', 'castAt', 'changedAt'])
    .execute()
}

export async function eventsOf(world: World, consultationId: string) {
  return world.ground.db
    .selectFrom('events')
    .where('streamId', '=', consultationId)
    .orderBy('seq')
    .select(['name', 'aboutId', 'actorId', 'body'])
    .execute()
}
