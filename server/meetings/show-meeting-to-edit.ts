import { saidIn } from '../by-language.ts'
import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { romeClockAt } from '../rome-moment.ts'
import { type MeetingToEdit, ShowMeetingToEdit } from './contract.ts'
import { findShown } from './records-shown.ts'
import { mayChange, mayRun } from './rules.ts'

/** A called meeting as its form holds it, for who may change it. */
export const showMeetingToEdit = query(
  ShowMeetingToEdit,
  async ({ db, actor, now }, { meetingId }): Promise<MeetingToEdit> => {
    const found = await findShown(db, actor, meetingId)
    if (!found) throw new Refusal('unseen', 'meeting')
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    insist(mayRun(await powersAt(db, actor, { tableId: found.tableId }, now)))
    insist(mayChange(found))
    const { id, number, title, seatSeconds } = found
    return {
      id,
      number,
      table: { id: found.tableId, name: saidIn(found.tableName, actor.language) },
      values: {
        titleIt: title.it,
        titleEn: title.en ?? '',
        titleFr: title.fr ?? '',
        titleAr: title.ar ?? '',
        startsAt: romeClockAt(found.startsAt),
        endsAt: romeClockAt(found.endsAt),
        place: found.place,
        quorum: String(found.quorum),
        seatMinutes: seatSeconds === null ? '' : String(Math.round(seatSeconds / 60)),
      },
      languages: found.languages,
      showsNames: found.showsNames,
    }
  },
)
