import { randomUUID } from 'node:crypto'
import type { Person } from '#server/ground.ts'
import { postMessage } from '#server/rooms/index.ts'
import type { World } from './world.ts'

export const note = 'Prima finiamo il punto.'

/** A room with its people, and a short way to say something in it. */
export async function aTalk(world: World, given: Parameters<World['consultation']>[0] = {}) {
  const { ground } = world
  const consultation = await world.consultation(given)
  const { roomId, table } = consultation
  const says = (who: Person, text = 'Buongiorno', more: Partial<Parameters<typeof postMessage>[2]> = {}) =>
    postMessage(ground, who, {
      roomId,
      text,
      language: 'it',
      mentions: [],
      clientId: randomUUID(),
      ...more,
    })
  const ana = await world.person({ name: 'Ana' })
  return { ...consultation, ...table, consultationId: consultation.id, roomId, says, ana }
}

/** What became of many who tried at once. */
export function outcomes<Answer>(settled: PromiseSettledResult<Answer>[]) {
  const done = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  const reasons = settled.flatMap((each) =>
    each.status === 'rejected' ? [(each.reason as { reason?: string }).reason ?? String(each.reason)] : [],
  )
  return { done, reasons }
}
