import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#db/database.ts'
import { closeConsultation, removeMember } from '#server/consultations/index.ts'
import { recordEvent } from '#server/events.ts'
import type { Person } from '#server/ground.ts'
import { eventsSince, setHold, showRoom } from '#server/rooms/index.ts'
import { testDatabase } from '#tests/support/ground.ts'
import { aTalk, note, outcomes } from '#tests/support/talk.ts'
import { aWorld, guest } from '#tests/support/world.ts'

/** Every message that was let in stands before the event that closed the room; every other was refused as closed. */
test('sixty messages at the instant the room closes: each is in and acknowledged, or refused', async () => {
  const world = await aWorld()
  const { ground } = world
  const { says, chair, consultationId, roomId } = await aTalk(world)
  const people = await Promise.all(Array.from({ length: 6 }, () => world.person()))
  const one = (n: number) => says(people[n % 6] ?? chair, `messaggio ${n}`)
  const [before, closing, after] = await Promise.all([
    Promise.allSettled(Array.from({ length: 30 }, (_, n) => one(n))),
    closeConsultation(ground, chair, { consultationId }),
    Promise.allSettled(Array.from({ length: 30 }, (_, n) => one(30 + n))),
  ])
  expect(closing).toEqual({ consultationId })
  const { done, reasons } = outcomes([...before, ...after])
  expect(done.length + reasons.length).toBe(60)
  expect([...new Set(reasons)].filter((reason) => reason !== 'room-closed')).toEqual([])
  const { events } = await eventsSince(ground, guest, { roomId, after: 0 })
  const closedAt = events.findIndex(({ name }) => name === 'consultation-closed')
  expect(closedAt).toBe(events.length - 1)
  expect(events.slice(0, closedAt).map(({ message }) => message?.id)).toEqual(
    done.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0)).map(({ id }) => id),
  )
  await expect(one(60)).rejects.toMatchObject({ reason: 'room-closed' })
})

const { url } = await testDatabase()
// The embedded database has one connection, so there nothing can come between a look and a write.
const onPostgres = url === undefined ? test.skip : test

/** Says something that has looked at the room, and waits for its counter, while the rules change and are kept. */
async function whileRulesChange(
  { ground }: Awaited<ReturnType<typeof aWorld>>,
  talk: Awaited<ReturnType<typeof aTalk>>,
  who: Person,
  change: ReturnType<typeof sql>,
  name: string,
) {
  let said: Promise<unknown> = Promise.resolve()
  await ground.db.transaction().execute(async (trx) => {
    await change.execute(trx)
    await recordEvent(trx, talk.chair, {
      streamId: talk.roomId,
      name,
      about: talk.roomId,
      body: { personId: who.id },
      changesRules: true,
    })
    said = talk.says(who, 'proprio adesso').catch((refused: unknown) => refused)
    await waitsForALock(ground.db)
  })
  return said
}

async function waitsForALock(db: Database) {
  for (let n = 0; n < 200; n++) {
    const { rows } = await sql<{ waiting: boolean }>`
      select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`.execute(
      db,
    )
    if (rows[0]?.waiting) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('Nobody waits for the room’s counter')
}

onPostgres(
  'a message that looked before the room closed and comes to its place after is refused',
  async () => {
    const world = await aWorld()
    const talk = await aTalk(world)
    const closing = sql`update consultations set closed_at = now() where id = ${talk.consultationId}`
    expect(await whileRulesChange(world, talk, talk.ana, closing, 'consultation-closed')).toMatchObject({
      reason: 'room-closed',
    })
    expect((await showRoom(world.ground, guest, { roomId: talk.roomId })).messages).toEqual([])
  },
)

onPostgres(
  'one that looked before its author was let go is refused as if the room were not there',
  async () => {
    const world = await aWorld()
    const talk = await aTalk(world, { visibility: 'members' })
    await world.ground.db
      .insertInto('consultationMembers')
      .values({ consultationId: talk.consultationId, personId: talk.ana.id, addedBy: talk.chair.id })
      .execute()
    const letting = sql`delete from consultation_members where person_id = ${talk.ana.id}`
    expect(await whileRulesChange(world, talk, talk.ana, letting, 'member-removed')).toMatchObject({
      kind: 'unseen',
      reason: 'room',
    })
    await expect(
      removeMember(world.ground, talk.chair, { consultationId: talk.consultationId, personId: talk.ana.id }),
    ).rejects.toMatchObject({ reason: 'member' })
  },
)

onPostgres('one that looked before messages were held waits like the others', async () => {
  const world = await aWorld()
  const talk = await aTalk(world)
  const holding = sql`update rooms set held_since = now() where id = ${talk.roomId}`
  expect(await whileRulesChange(world, talk, talk.ana, holding, 'hold-set')).toMatchObject({ seq: null })
})

onPostgres('one that looked before the room slowed down takes its turn', async () => {
  const world = await aWorld()
  const talk = await aTalk(world)
  await talk.says(talk.ana, 'un attimo fa')
  const slowing = sql`update rooms set slow_seconds = 60 where id = ${talk.roomId}`
  expect(await whileRulesChange(world, talk, talk.ana, slowing, 'slow-mode-set')).toMatchObject({
    reason: 'slow-mode',
  })
  // What was judged again left no trace of the first time.
  const turns = await world.ground.db
    .selectFrom('roomTurns')
    .where('roomId', '=', talk.roomId)
    .selectAll()
    .execute()
  expect(turns).toEqual([])
})

test('holds and messages at once: what is in was let in, what waits has no place', async () => {
  const world = await aWorld()
  const { ground } = world
  const { says, ana, chair, roomId } = await aTalk(world)
  const sent = await Promise.all([
    ...Array.from({ length: 20 }, (_, n) => says(ana, `prima ${n}`)),
    setHold(ground, chair, { roomId, hold: 'on', note }).then(() => null),
    ...Array.from({ length: 20 }, (_, n) => says(ana, `dopo ${n}`)),
  ])
  const { events } = await eventsSince(ground, guest, { roomId, after: 0 })
  expect(events).toHaveLength(41)
  const holdAt = (
    await ground.db
      .selectFrom('events')
      .where('streamId', '=', roomId)
      .where('name', '=', 'hold-set')
      .select('seq')
      .executeTakeFirstOrThrow()
  ).seq
  for (const posted of sent) if (posted && posted.seq !== null) expect(posted.seq).toBeLessThan(holdAt)
  const inRoom = events.filter(({ message }) => message).length
  expect(inRoom).toBe(sent.filter((posted) => posted && posted.seq !== null).length)
})
