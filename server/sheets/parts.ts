import type { Reader } from '#db/database.ts'
import { readAgenda } from '../meetings/index.ts'
import { readTalk } from '../rooms/index.ts'
import { readFloor, readPresence, readSeats } from '../floor/index.ts'
import { readChecks } from '../checks/index.ts'
import { readDecisions } from '../decisions/index.ts'
import type { SheetContent } from './contract.ts'
import type { SheetPart } from './words.ts'

/** Where a part is read: a room, and the meeting there if one is open or called. */
export type PartPlace = {
  db: Reader
  roomId: string
  meeting: {
    id: string
    tableId: string
    state: 'called' | 'open'
    seatSeconds: number | null
    quorum: number
  } | null
  now: Date
}

type PartReader<Part extends SheetPart> = (place: PartPlace) => Promise<SheetContent[Part]>

function ofMeeting<Content>(
  read: (place: PartPlace & { meeting: NonNullable<PartPlace['meeting']> }) => Promise<Content>,
) {
  return async (place: PartPlace) => {
    const { meeting } = place
    return meeting ? read({ ...place, meeting }) : null
  }
}

/** Who reads each part: the capability whose it is. */
export const partReaders: { [Part in SheetPart]: PartReader<Part> } = {
  agenda: async ({ db, meeting }) => (meeting ? readAgenda(db, meeting.id) : null),
  seats: ofMeeting(({ db, meeting, now }) => readSeats(db, meeting.tableId, now)),
  presence: ofMeeting(({ db, meeting, now }) => readPresence(db, meeting.id, now)),
  floor: ofMeeting(({ db, meeting }) => readFloor(db, meeting)),
  check: ofMeeting(({ db, meeting }) => readChecks(db, meeting.id)),
  talk: ({ db, roomId }) => readTalk(db, roomId),
  decisions: ofMeeting(({ db, meeting }) => readDecisions(db, meeting.id)),
}
