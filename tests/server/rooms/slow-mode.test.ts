import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { showLog } from '#server/moderation/index.ts'
import { setHold, setSlowMode, showRoom } from '#server/rooms/index.ts'
import { readSheet } from '#server/sheets/index.ts'
import { aTalk, note, outcomes } from '#tests/support/talk.ts'
import { aWorld, guest } from '#tests/support/world.ts'

async function aSlowTalk(seconds = 30) {
  const world = await aWorld()
  const talk = await aTalk(world)
  await setSlowMode(world.ground, talk.chair, { roomId: talk.roomId, seconds, note })
  world.ground.told.length = 0
  /** Lets so many seconds have passed since whatever was said so far. */
  const passed = async (passing: number) => {
    await sql`update room_turns set at = at - make_interval(secs => ${passing}) where room_id = ${talk.roomId}`.execute(
      world.ground.db,
    )
    await sql`update messages set posted_at = posted_at - make_interval(secs => ${passing}) where room_id = ${talk.roomId}`.execute(
      world.ground.db,
    )
  }
  return { world, ground: world.ground, passed, ...talk }
}

test('of forty at once of one person one is in, and the others are told how long to wait', async () => {
  const { ground, says, ana, roomId } = await aSlowTalk()
  const settled = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => says(ana, `messaggio ${n}`)))
  const { done, reasons } = outcomes(settled)
  expect(done).toHaveLength(1)
  expect(new Set(reasons)).toEqual(new Set(['slow-mode']))
  const refused = settled.find((each) => each.status === 'rejected')
  expect(refused).toMatchObject({ reason: { kind: 'too-many' } })
  const { retryAfter } = (refused as { reason: { retryAfter: number } }).reason
  expect(retryAfter).toBeGreaterThan(20)
  expect(retryAfter).toBeLessThanOrEqual(30)
  expect((await showRoom(ground, guest, { roomId })).messages).toHaveLength(1)
  expect(ground.told).toHaveLength(1)
})

test('forty retries at once of one message are that message, and none of them is refused', async () => {
  const { says, ana } = await aSlowTalk()
  const clientId = randomUUID()
  const sent = await Promise.all(Array.from({ length: 40 }, () => says(ana, 'uno', { clientId })))
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
})

test('when the time has passed one speaks again; what others do does not matter', async () => {
  const { world, says, ana, passed } = await aSlowTalk(30)
  const bruno = await world.person()
  await says(ana)
  await says(bruno)
  await passed(29)
  await expect(says(ana)).rejects.toMatchObject({ reason: 'slow-mode', retryAfter: 1 })
  await passed(1)
  await says(ana)
  await says(bruno)
  await expect(says(bruno)).rejects.toMatchObject({ reason: 'slow-mode' })
})

test('what was said before the room slowed down counts too', async () => {
  const world = await aWorld()
  const { says, ana, chair, roomId } = await aTalk(world)
  await says(ana)
  await setSlowMode(world.ground, chair, { roomId, seconds: 60, note })
  await expect(says(ana)).rejects.toMatchObject({ reason: 'slow-mode' })
  await setSlowMode(world.ground, chair, { roomId, seconds: 0 })
  await says(ana)
})

test('the chair, a moderator and whoever has the floor do not wait, and the secretary does', async () => {
  const { world, ground, says, chair, moderator, secretary, ana, ...talk } = await aSlowTalk()
  for (const who of [chair, moderator]) for (let n = 0; n < 3; n++) await says(who)
  await says(secretary)
  await expect(says(secretary)).rejects.toMatchObject({ reason: 'slow-mode' })
  const organisation = await world.organisation()
  const seat = await world.seat({
    tableId: talk.table.id,
    organisationId: organisation.id,
    holder: ana,
  })
  const meeting = await world.meeting({
    consultation: {
      id: talk.consultationId,
      roomId: talk.roomId,
      table: talk.table,
      answering: talk.answering,
    },
  })
  await says(ana)
  await expect(says(ana)).rejects.toMatchObject({ reason: 'slow-mode' })
  const [handId, turnId] = [randomUUID(), randomUUID()]
  const place = { meetingId: meeting.id, seatId: seat.id, personId: ana.id, kind: 'speak' as const }
  await ground.db
    .insertInto('hands')
    .values({ id: handId, ...place, place: 1 })
    .execute()
  await ground.db
    .insertInto('speakingTurns')
    .values({ id: turnId, ...place, handId, givenBy: chair.id })
    .execute()
  await says(ana)
  await says(ana)
  await ground.db.updateTable('speakingTurns').set({ endedAt: new Date() }).where('id', '=', turnId).execute()
  await expect(says(ana)).rejects.toMatchObject({ reason: 'slow-mode' })
})

test('a refused message takes no turn, and one that waits for a moderator does', async () => {
  const { ground, says, ana, chair, roomId } = await aSlowTalk()
  await expect(says(ana, 'no', { replyTo: randomUUID() })).rejects.toMatchObject({ reason: 'reply-gone' })
  await setHold(ground, chair, { roomId, hold: 'on', note })
  expect((await says(ana)).seq).toBeNull()
  await expect(says(ana)).rejects.toMatchObject({ reason: 'slow-mode' })
})

test('the pace is set by the chair or a moderator, with a reason, and everybody sees it', async () => {
  const world = await aWorld()
  const { ground, person } = world
  const talk = await aTalk(world)
  const secret = await aTalk(world, { visibility: 'members' })
  const { roomId } = talk
  for (const who of [talk.ana, talk.secretary, await person()])
    await expect(setSlowMode(ground, who, { roomId, seconds: 30, note })).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'only-for-chair-or-moderator',
    })
  await expect(
    setSlowMode(ground, talk.ana, { roomId: secret.roomId, seconds: 30, note }),
  ).rejects.toMatchObject({ kind: 'unseen', reason: 'room' })
  await expect(setSlowMode(ground, talk.chair, { roomId, seconds: 30 })).rejects.toMatchObject({
    fields: { note: { reason: 'needed' } },
  })
  for (const seconds of [-1, 7, 301, 'molto'])
    await expect(
      setSlowMode(ground, talk.chair, { roomId, seconds: seconds as number, note }),
    ).rejects.toMatchObject({ kind: 'invalid', fields: { seconds: {} } })
  expect(ground.told).toEqual([])
  await setSlowMode(ground, talk.moderator, { roomId, seconds: 60, note })
  await setSlowMode(ground, talk.chair, { roomId, seconds: 60 })
  await setSlowMode(ground, talk.chair, { roomId, seconds: 10 })
  expect(ground.told).toHaveLength(2)
  expect((await readSheet(ground, guest, roomId, ['talk']))?.parts.talk).toMatchObject({ slowSeconds: 10 })
  const { entries } = await showLog(ground, talk.moderator, {})
  expect(entries.map(({ act, kind, detail, note: why }) => [act, kind, detail, why])).toEqual([
    ['slow', 'room', 10, ''],
    ['slow', 'room', 60, note],
  ])
})
