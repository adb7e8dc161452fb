import { expect, test } from 'vitest'
import { isLapseToTell, showConsultation, tellLapsed } from '#server/consultations/index.ts'
import { dayAfter, romeDay } from '#server/rome-day.ts'
import { romeMoment } from '#server/rome-moment.ts'
import { endSeat } from '#server/tables/index.ts'
import { aWorld } from '#tests/support/world.ts'

const today = romeDay(new Date())
const yesterday = dayAfter(today, -1)

/** A members-only consultation, seen by who sat at its table until yesterday. */
async function aTableThatLapsed(given: { visibility?: 'members' | 'public'; openedAt?: Date } = {}) {
  const world = await aWorld()
  const consultation = await world.consultation({ visibility: given.visibility ?? 'members' })
  const openedAt = given.openedAt ?? new Date(Date.now() - 30 * 86_400_000)
  await world.ground.db
    .updateTable('consultations')
    .set({ openedAt })
    .where('id', '=', consultation.id)
    .execute()
  const organisation = await world.organisation()
  const holder = organisation.representative
  const seat = await world.seat({
    tableId: consultation.table.id,
    organisationId: organisation.id,
    holder,
    endsOn: yesterday,
  })
  const removals = async (streamId: string) =>
    world.ground.db
      .selectFrom('events')
      .where('streamId', '=', streamId)
      .where('name', '=', 'member-removed')
      .select(['actorId', 'aboutId', 'body', 'at'])
      .execute()
  return { world, ground: world.ground, consultation, holder, organisation, seat, removals }
}

test('whose mandate ended by its date is told out of both streams in the first minute after midnight in Italy', async () => {
  const { ground, consultation, holder, removals } = await aTableThatLapsed()
  ground.setNow(new Date(romeMoment(`${today}T00:00`).getTime() - 1_000))
  await tellLapsed(ground)
  expect(await removals(consultation.id)).toEqual([])
  const midnight = romeMoment(`${today}T00:00`)
  ground.setNow(midnight)
  expect(await isLapseToTell(ground)).toBe(true)
  await tellLapsed(ground)
  for (const streamId of [consultation.id, consultation.roomId]) {
    expect(await removals(streamId)).toEqual([
      { actorId: null, aboutId: consultation.id, body: { personId: holder.id }, at: midnight },
    ])
    expect(ground.told.map((grown) => grown.streamId)).toContain(streamId)
  }
  await expect(showConsultation(ground, holder, { consultationId: consultation.id })).rejects.toMatchObject({
    kind: 'unseen',
  })
})

test('it is told once, however many workers look', async () => {
  const { ground, consultation, removals } = await aTableThatLapsed()
  await Promise.all(Array.from({ length: 40 }, () => tellLapsed(ground)))
  expect(await removals(consultation.roomId)).toHaveLength(1)
  expect(await isLapseToTell(ground)).toBe(false)
})

test('who still sits at the table, or was admitted beside it, is told nothing', async () => {
  const sits = await aTableThatLapsed()
  await sits.world.seat({
    tableId: sits.consultation.table.id,
    organisationId: sits.organisation.id,
    holder: sits.holder,
  })
  const admitted = await aTableThatLapsed()
  await admitted.ground.db
    .insertInto('consultationMembers')
    .values({
      consultationId: admitted.consultation.id,
      personId: admitted.holder.id,
      addedBy: admitted.consultation.table.chair.id,
    })
    .execute()
  await tellLapsed(sits.ground)
  expect(await sits.removals(sits.consultation.id)).toEqual([])
  expect(await admitted.removals(admitted.consultation.id)).toEqual([])
})

test('a public consultation is lost to nobody, and one that opened later was never seen', async () => {
  const open = await aTableThatLapsed({ visibility: 'public' })
  const later = await aTableThatLapsed({ openedAt: romeMoment(`${today}T00:00`) })
  await tellLapsed(open.ground)
  expect(await open.removals(open.consultation.id)).toEqual([])
  expect(await later.removals(later.consultation.id)).toEqual([])
})

test('who was told when the seat was ended by hand is not told again', async () => {
  const { ground, world, consultation, removals, seat } = await aTableThatLapsed()
  await ground.db.updateTable('seats').set({ endsOn: null }).where('id', '=', seat.id).execute()
  await ground.db.updateTable('mandates').set({ endsOn: null }).where('seatId', '=', seat.id).execute()
  const { chair } = consultation.table
  await endSeat(ground, chair, { seatId: seat.id, endsOn: yesterday, reason: 'Ha cambiato lavoro' })
  expect(await removals(consultation.roomId)).toHaveLength(1)
  await tellLapsed(world.ground)
  expect(await removals(consultation.roomId)).toHaveLength(1)
})

test('who came back and lost it again is told again', async () => {
  const { ground, consultation, removals, seat } = await aTableThatLapsed()
  const ended = (endsOn: string) =>
    ground.db.updateTable('mandates').set({ endsOn }).where('seatId', '=', seat.id).execute()
  await ended(dayAfter(today, -9))
  ground.setNow(romeMoment(`${dayAfter(today, -8)}T00:00`))
  await tellLapsed(ground)
  expect(await removals(consultation.id)).toHaveLength(1)
  await ended(yesterday)
  ground.setNow(null)
  await tellLapsed(ground)
  expect(await removals(consultation.id)).toHaveLength(2)
})
