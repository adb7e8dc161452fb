import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowBallot, type BallotResult, type BallotShown, type VoteStands } from './contract.ts'
import { findBallot } from './records-reading.ts'
import { mayCancel, mayClose, mayOpen, seatsNeeded, stateAt, votersIn } from './rules.ts'
import { turnoutOf } from './turnout.ts'

/** A ballot: its question and rules, the reader's own votes, how many voted, and once closed the result. */
export const showBallot = query(
  ShowBallot,
  async ({ db, actor, now }, { ballotId }): Promise<BallotShown> => {
    const found = await findBallot(db, actor, ballotId, now)
    if (!found) throw new Refusal('unseen', 'ballot')

    const {
      consultationId,
      consultationTitle,
      outcome,
      seatTally,
      personTally,
      seatVotes,
      isChair,
      isOnRoll,
      myVote,
      mySeats,
      ...shown
    } = found
    const result: BallotResult | null =
      outcome && seatTally && personTally
        ? { outcome, seats: seatTally, persons: personTally, seatVotes }
        : null
    return {
      ...shown,
      state: stateAt(found, now),
      consultation: { id: consultationId, title: saidIn(consultationTitle, actor.language) },
      seatsNeeded: seatsNeeded(found.seatsOnRoll, found.quorum),
      turnout: result
        ? { seat: votersIn(result.seats), person: votersIn(result.persons) }
        : found.state === 'open'
          ? await turnoutOf(db, ballotId)
          : { seat: 0, person: 0 },
      mySeats: mySeats.map(({ vote, ...seat }) => ({
        ...seat,
        vote: vote && { ...stands(vote), castBy: vote.castBy },
      })),
      me: { isOnRoll: actor.kind === 'person' && isOnRoll, vote: myVote && stands(myVote) },
      result,
      may: {
        open: isChair && mayOpen(found, now) === true,
        close: isChair && mayClose(found) === true,
        cancel: isChair && mayCancel(found, now) === true,
      },
    }
  },
)

function stands(vote: {
  choice: VoteStands['choice']
  reason: string
  castAt: string
  changedAt: string | null
}): VoteStands {
  const { choice, reason, castAt, changedAt } = vote
  return { choice, reason, castAt: new Date(castAt), changedAt: changedAt ? new Date(changedAt) : null }
}
