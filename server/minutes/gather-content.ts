import type { Reader } from '#db/database.ts'
import { readAgenda } from '../meetings/index.ts'
import type { MinutesContent, MinutesItem } from './contract.ts'
import { gatherHappenings, happeningsOf, type Happened } from './gather-happenings.ts'
import { gatherPresence } from './gather-presence.ts'
import * as records from './records-meeting.ts'
import { runsOf } from './timings.ts'

/** What the minutes of a meeting say, drawn from what happened in it; nobody writes them. */
export async function gatherContent(db: Reader, meetingId: string): Promise<MinutesContent> {
  const { roomId, quorum, table, consultation, officers, ...meeting } = await records.findFrame(db, meetingId)
  const { id, openedAt, closedAt, showsNames } = meeting
  const there = await gatherPresence(db, { id, openedAt, showsNames, quorum, tableId: table.id })
  const happened = await gatherHappenings(db, meeting)
  return {
    format: 'tavolo-minutes-1',
    number: null,
    year: null,
    approvedOn: null,
    meeting: {
      ...meeting,
      plannedFrom: meeting.plannedFrom.toISOString(),
      plannedTo: meeting.plannedTo.toISOString(),
      openedAt: openedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    },
    table,
    consultation,
    officers,
    ...there,
    approved: await records.listApprovedIn(db, meetingId),
    items: await gatherItems(db, { meetingId, roomId }, happened),
    outside: happeningsOf(happened, null),
    corrections: await records.listCorrections(db, meetingId),
  }
}

async function gatherItems(
  db: Reader,
  { meetingId, roomId }: { meetingId: string; roomId: string },
  happened: Happened,
): Promise<MinutesItem[]> {
  const agenda = await readAgenda(db, meetingId)
  const turns = await records.listItemTurns(
    db,
    roomId,
    agenda.map(({ id }) => id),
  )
  return agenda.map((item) => {
    const { id, position, title, language, minutes, about, state, endedAs, outcome, outcomeLanguage } = item
    return {
      id,
      position,
      title,
      language,
      plannedMinutes: minutes,
      about,
      state,
      ran: runsOf(turns.filter(({ itemId }) => itemId === id)),
      seconds: item.spentSeconds,
      endedAs,
      outcome: outcome ? { text: outcome, language: outcomeLanguage ?? language } : null,
      carriedTo: item.carriedTo?.number ?? null,
      ...happeningsOf(happened, id),
    }
  })
}
