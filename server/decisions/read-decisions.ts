import type { Reader } from '#db/database.ts'
import { seatsNeeded } from '../ballots/index.ts'
import type { Decisions } from './contract.ts'
import * as records from './records-reading.ts'

/** The decisions of a meeting as everybody in its room sees them. */
export async function readDecisions(db: Reader, meetingId: string): Promise<Decisions> {
  const motions = await records.listMotions(db, meetingId)
  const vote = await records.findOpenVote(db, meetingId)
  const { quorum } = await records.findName(db, meetingId)
  return {
    usualQuorum: quorum,
    motions,
    vote: vote ? { ...vote, seatsNeeded: seatsNeeded(vote.seatsOnRoll, vote.quorum) } : null,
    decisions: await records.listDecisions(db, meetingId),
    tasks: await records.listTasksOf(db, meetingId),
    takenUp: await records.listTakenUp(db, meetingId),
  }
}
