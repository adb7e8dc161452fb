import { randomUUID } from 'node:crypto'
import type { Person } from '#server/ground.ts'
import type { World } from './world.ts'

export type Deciding = Awaited<ReturnType<typeof aDecidingTable>>

/** A table that sits to decide: a meeting open, its first item running, voting seats of which so many are taken by their holders. */
export async function aDecidingTable(
  world: World,
  given: {
    seats?: number
    present?: number
    quorum?: number
    visibility?: 'public' | 'members'
    consultation?: Awaited<ReturnType<World['consultation']>>
  } = {},
) {
  const { db } = world.ground
  const consultation =
    given.consultation ??
    (await world.consultation({ phase: 'decide', visibility: given.visibility ?? 'public' }))
  const meeting = await world.meeting({ consultation, quorum: given.quorum ?? 50 })
  const seats = []
  for (let count = 0; count < (given.seats ?? 3); count++)
    seats.push(
      await aSeatOf(world, consultation.table.id, `Associazione ${count + 1} ${randomUUID().slice(0, 4)}`),
    )
  const sits = async (seat: { id: string; holder: Person }) => {
    await db
      .insertInto('seatPresences')
      .values({
        meetingId: meeting.id,
        seatId: seat.id,
        personId: seat.holder.id,
        part: 'holder',
        seenUntil: new Date(Date.now() + 600_000),
      })
      .execute()
  }
  for (const seat of seats.slice(0, given.present ?? seats.length)) await sits(seat)
  const item = await world.agendaItem(meeting, { title: 'La casa' })
  await db
    .updateTable('agendaItems')
    .set({ state: 'running', runningSince: new Date() })
    .where('id', '=', item.id)
    .execute()
  const [first, second, third] = seats
  if (!first || !second || !third) throw new Error('a table has three seats at least')
  return {
    meetingId: meeting.id,
    roomId: meeting.roomId,
    itemId: item.id,
    consultation,
    ...consultation.table,
    tableId: consultation.table.id,
    seats,
    first,
    second,
    third,
    sits,
  }
}

async function aSeatOf(world: World, tableId: string, name: string) {
  const organisation = await world.organisation({ name })
  const holder = organisation.representative
  const alternate = await world.person({ name: 'Supplente' })
  const { id } = await world.seat({ tableId, organisationId: organisation.id, holder, alternate })
  return { id, holder, alternate, name, organisationId: organisation.id }
}

/** The motion of a seat, as its form sends it. */
export function aMotion(sitting: Pick<Deciding, 'meetingId'>, seat: { id: string }, more: object = {}) {
  return {
    meetingId: sitting.meetingId,
    seatId: seat.id,
    text: 'Che il tavolo chieda una corsa in più la mattina.',
    language: 'it' as const,
    clientId: randomUUID(),
    ...more,
  }
}

/** The rules with which the chair puts a motion. */
export function asPut(motionId: string, more: object = {}) {
  return {
    motionId,
    quorum: 50,
    majority: 'simple' as const,
    minutes: 10,
    clientId: randomUUID(),
    ...more,
  }
}

/** What the room was told, in order. */
export async function toldIn(world: World, roomId: string): Promise<string[]> {
  const rows = await world.ground.db
    .selectFrom('events')
    .where('streamId', '=', roomId)
    .orderBy('seq')
    .select('name')
    .execute()
  return rows.map(({ name }) => name)
}
