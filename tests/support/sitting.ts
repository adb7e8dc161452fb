import { randomUUID } from 'node:crypto'
import { takePlace } from '#server/floor/index.ts'
import type { Person } from '#server/ground.ts'
import type { SeatKind } from '#server/tables/words.ts'
import { aWorld } from './world.ts'

/** A table that sits: an open meeting, and seats with a holder and an alternate each. */
export async function aSitting(
  given: {
    seats?: SeatKind[]
    quorum?: number
    seatSeconds?: number
    visibility?: 'public' | 'members'
    state?: 'called' | 'open'
  } = {},
) {
  const world = await aWorld()
  const { ground } = world
  const consultation = await world.consultation(given.visibility ? { visibility: given.visibility } : {})
  const { table, roomId } = consultation
  const meeting = await world.meeting({
    consultation,
    state: given.state ?? 'open',
    ...(given.quorum === undefined ? {} : { quorum: given.quorum }),
    ...(given.seatSeconds === undefined ? {} : { seatSeconds: given.seatSeconds }),
  })
  const meetingId = meeting.id
  const seats: { id: string; holder: Person; alternate: Person; organisationId: string }[] = []
  for (const kind of given.seats ?? (['voting', 'voting', 'voting'] as const)) {
    const organisation = await world.organisation()
    const alternate = await world.person({ name: 'Supplente' })
    const holder = organisation.representative
    const { id } = await world.seat({
      tableId: table.id,
      organisationId: organisation.id,
      kind,
      holder,
      alternate,
    })
    seats.push({ id, holder, alternate, organisationId: organisation.id })
  }
  const at = (number: number) => {
    const found = seats[number]
    if (!found) throw new Error(`No seat ${number}`)
    return found
  }
  /** The holders of these seats come. */
  const come = async (...numbers: number[]) => {
    for (const number of numbers)
      await takePlace(ground, at(number).holder, { meetingId, seatId: at(number).id, part: 'holder' })
    ground.told.length = 0
  }
  const handOf = (number: number, kind = 'speak') => ({
    meetingId,
    seatId: at(number).id,
    kind,
    clientId: randomUUID(),
  })
  /** Sets the time so many seconds after this moment. */
  const began = Date.now()
  const after = (seconds: number) => ground.setNow(new Date(began + seconds * 1_000))
  return { ...world, table, consultation, roomId, meetingId, seats, at, come, handOf, after }
}
