import { expect, test } from 'vitest'
import type { Person } from '#server/ground.ts'
import { isRefusal } from '#server/refusal.ts'
import type { EventShown } from '#server/rooms/contract.ts'
import { eventShown, eventsSince, listDeliveries, showRoom } from '#server/rooms/index.ts'
import { parts } from './event-law-parts.ts'
import { rows } from './event-law-rows.ts'
import { aStage, type Stage } from './event-law-stage.ts'
import { roomChangingActs } from './room-changing-acts.ts'

test('every act that changes a room has its row in event-law-rows.ts', () => {
  expect(Object.keys(rows).sort()).toEqual(roomChangingActs().sort())
})

for (const [act, row] of Object.entries(rows)) {
  test(`${act}: what a page showed, and the events after it, are what it shows when opened anew`, async () => {
    const stage = await aStage()
    const perform = await row.ready(stage)
    const { ground, roomId, ana, bruno, moderator, chair } = stage
    const readers = [ana, bruno, moderator, chair]
    const before = await showRoom(ground, chair, { roomId })
    const opened = await Promise.all(readers.map((reader) => openParts(stage, reader)))

    ground.told.length = 0
    await perform()

    const grown = ground.told.filter(({ streamId }) => streamId === roomId)
    const after = await showRoom(ground, chair, { roomId })
    expect(after.seq, 'the act must change the room').toBeGreaterThan(before.seq)
    expect(
      grown.map(({ seq }) => seq),
      'each event is told',
    ).toEqual(Array.from({ length: after.seq - before.seq }, (_, index) => before.seq + 1 + index))

    let stayed = 0
    for (const [index, reader] of readers.entries()) {
      if (!(await isInside(stage, reader))) continue
      stayed += 1
      const own = await eventsSince(ground, reader, { roomId, after: before.seq })
      const live = (await listDeliveries(ground.db, roomId, before.seq)).map(eventShown)
      const anew = await openParts(stage, reader)
      for (const events of [live, own.events])
        expect(await followParts(stage, reader, opened[index], events), reader.name).toEqual(anew)
    }
    expect(stayed).toBeGreaterThan(1)
  })
}

async function openParts(stage: Stage, reader: Person): Promise<Record<string, unknown>> {
  const opened: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(parts)) opened[name] = await part.open(stage, reader)
  return opened
}

async function followParts(
  stage: Stage,
  reader: Person,
  opened: Record<string, unknown> | undefined,
  events: EventShown[],
): Promise<Record<string, unknown>> {
  const followed: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(parts))
    followed[name] = await part.follow(opened?.[name], events, stage, reader)
  return followed
}

/** Whoever was let out by the act sees nothing any more, and has nothing to compare. */
async function isInside({ ground, roomId }: Stage, reader: Person): Promise<boolean> {
  try {
    await showRoom(ground, reader, { roomId })
    return true
  } catch (thrown) {
    if (isRefusal(thrown)) return false
    throw thrown
  }
}
