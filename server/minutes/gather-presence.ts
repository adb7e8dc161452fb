import type { Reader } from '#db/database.ts'
import { seatsNeeded } from '../ballots/index.ts'
import { listApologiesSent, listAttendance, listTurns, readSeats } from '../floor/index.ts'
import type { Happenings, MinutesContent, SeatPresence } from './contract.ts'
import type { MeetingFrame } from './records-meeting.ts'
import { presentAt, quorumReachedAt } from './timings.ts'

type Meeting = Pick<MeetingFrame, 'id' | 'openedAt' | 'showsNames' | 'quorum'> & { tableId: string }

/** The seats in force when the meeting opened, and any other that came: who was there for each, from when to when. */
export async function gatherPresence(
  db: Reader,
  meeting: Meeting,
): Promise<Pick<MinutesContent, 'presence' | 'quorum'>> {
  const seats = await readSeats(db, meeting.tableId, meeting.openedAt)
  const came = await listAttendance(db, meeting.id)
  const apologies = await listApologiesSent(db, meeting.id)
  const later = came.filter(({ seatId }) => !seats.some(({ id }) => id === seatId))
  const listed = [
    ...seats.map(({ id: seatId, organisation, kind }) => ({ seatId, organisation, kind })),
    ...new Map(
      later.map(({ seatId, organisation, kind }) => [seatId, { seatId, organisation, kind }]),
    ).values(),
  ]
  const presence = listed.map((seat): SeatPresence => ({
    ...seat,
    hasApologised: apologies.some(({ seatId }) => seatId === seat.seatId),
    stays: came
      .filter(({ seatId }) => seatId === seat.seatId)
      .map(({ part, name, cameAt, leftAt }) => ({
        by: part,
        name: meeting.showsNames ? name : null,
        cameAt: cameAt.toISOString(),
        leftAt: leftAt?.toISOString() ?? null,
      })),
  }))
  const voting = presence.filter(({ kind }) => kind === 'voting')
  const needed = seatsNeeded(voting.length, meeting.quorum)
  return {
    presence,
    quorum: {
      percent: meeting.quorum,
      voting: voting.length,
      needed,
      presentAtOpening: presentAt(voting, meeting.openedAt),
      reachedAt: quorumReachedAt(voting, needed, meeting.openedAt)?.toISOString() ?? null,
    },
  }
}

type Speaker = Happenings['speakers'][number] & { itemId: string | null }

/** How long each seat had the floor under each item, in the order in which they first spoke. */
export async function gatherSpeakers(
  db: Reader,
  { id, showsNames }: Pick<Meeting, 'id' | 'showsNames'>,
): Promise<Speaker[]> {
  const speakers = new Map<string, Speaker>()
  for (const { itemId, seatId, organisation, name, seconds } of await listTurns(db, id)) {
    const key = `${itemId} ${seatId}`
    const before = speakers.get(key) ?? { itemId, seatId, organisation, turns: 0, seconds: 0, names: [] }
    speakers.set(key, {
      ...before,
      turns: before.turns + 1,
      seconds: before.seconds + seconds,
      names: showsNames ? [...new Set([...before.names, name])] : [],
    })
  }
  return [...speakers.values()]
}
