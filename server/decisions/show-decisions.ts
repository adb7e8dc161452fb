import { saidIn } from '../by-language.ts'
import { powersAt } from '../consultations/index.ts'
import { quorumOf } from '../floor/index.ts'
import { seeMeeting } from '../meetings/index.ts'
import { query } from '../query.ts'
import { ShowDecisions, type DecisionsShown } from './contract.ts'
import { readDecisions } from './read-decisions.ts'
import { findName, listChoices, organisationsOfSeats } from './records-reading.ts'
import { isQuorate, mayPreside } from './rules.ts'

/** The decisions of a meeting with what one may do there: what the forms of the room and its pages are made of. */
export const showDecisions = query(
  ShowDecisions,
  async ({ db, actor, now }, { meetingId }): Promise<DecisionsShown> => {
    const meeting = await seeMeeting(db, actor, meetingId)
    const { title, number } = await findName(db, meetingId)
    const powers = await powersAt(db, actor, { tableId: meeting.tableId }, now)
    const quorum = await quorumOf(db, meetingId, now)
    const isOpen = meeting.state === 'open'
    const isChair = mayPreside(powers) === true
    return {
      ...(await readDecisions(db, meetingId)),
      ...(await listChoices(db, meeting, meetingId)),
      meetingId,
      roomId: meeting.roomId,
      isOpen,
      title: saidIn(title, actor.language),
      number,
      mySeats: await organisationsOfSeats(db, powers.seats),
      quorum,
      may: {
        move: isOpen && powers.seats.length > 0,
        put: isOpen && isChair && isQuorate(quorum) === true,
        record: isOpen && isChair && isQuorate(quorum) === true,
        setTasks: isOpen && powers.offices.some((office) => office !== 'moderator'),
      },
    }
  },
)
