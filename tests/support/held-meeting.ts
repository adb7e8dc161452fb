import { randomUUID } from 'node:crypto'
import { aDecidingTable, type Deciding } from './deciding.ts'
import type { World } from './world.ts'

/** A meeting that a table has held and closed so many days ago, its draft there to be read. */
export async function aHeldMeeting(
  world: World,
  given: { daysAgo?: number; visibility?: 'public' | 'members' } = {},
) {
  const table = await aDecidingTable(world, given.visibility ? { visibility: given.visibility } : {})
  await closes(world, table.meetingId, given.daysAgo ?? 1)
  return table
}

function ago(days: number): Date {
  return new Date(Date.now() - days * 86_400_000)
}

/** Ends a meeting so many days ago, a day after it began. */
export async function closes(world: World, meetingId: string, daysAgo: number): Promise<void> {
  await world.ground.db
    .updateTable('meetings')
    .set({ state: 'closed', openedAt: ago(daysAgo + 1), closedAt: ago(daysAgo) })
    .where('id', '=', meetingId)
    .execute()
}

/** The table meets again, with so many of its seats there. */
export async function meetsAgain(world: World, held: Deciding, present = 3): Promise<string> {
  const { id } = await world.meeting({ consultation: held.consultation })
  for (const seat of held.seats.slice(0, present))
    await world.ground.db
      .insertInto('seatPresences')
      .values({
        meetingId: id,
        seatId: seat.id,
        personId: seat.holder.id,
        part: 'holder',
        seenUntil: new Date(Date.now() + 600_000),
      })
      .execute()
  return id
}

/** What a seat says is wrong with a draft. */
export function aCorrection(held: Pick<Deciding, 'meetingId'>, seat: { id: string }, more: object = {}) {
  return {
    meetingId: held.meetingId,
    seatId: seat.id,
    part: 'meeting' as const,
    says: 'La riunione si è aperta alle nove.',
    shouldSay: 'La riunione si è aperta alle dieci.',
    language: 'it' as const,
    clientId: randomUUID(),
    ...more,
  }
}
