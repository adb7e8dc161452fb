import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowBallot, type BallotResult, type BallotShown, type VoteStands } from './contract.ts'
import { isToBeCorrected } from './records-correcting.ts'
import { findBallot } from './records-reading.ts'
import { mayCancel, mayClose, mayOpen, seatsNeeded, stateAt, votersIn } from './rules.ts'
import { receiptOf } from './receipt.ts'
import { turnoutOf } from './turnout.ts'
import type { Unit } from './words.ts'

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
    const receiptIn = (
      unit: Unit,
      electorId: string,
      { choice, reason }: Pick<VoteStands, 'choice' | 'reason'>,
    ) => receiptOf({ definitionHash: found.definitionHash, unit, electorId, paper: { choice }, reason })
    const result: BallotResult | null =
      outcome && seatTally && personTally
        ? {
            outcome,
            seats: seatTally,
            persons: personTally,
            seatVotes: seatVotes.map((vote) => ({
              ...vote,
              receipt:
                vote.choice && receiptIn('seat', vote.seatId, { choice: vote.choice, reason: vote.reason }),
            })),
          }
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
        vote: vote && {
          ...stands(vote),
          castBy: vote.castBy,
          receipt: receiptIn('seat', seat.seatId, vote),
        },
      })),
      me: {
        isOnRoll: actor.kind === 'person' && isOnRoll,
        vote: myVote && {
          ...stands(myVote),
          receipt: receiptIn('person', actor.kind === 'person' ? actor.id : '', myVote),
        },
      },
      result,
      may: {
        open: isChair && mayOpen(found, now) === true,
        close: isChair && mayClose(found) === true,
        cancel: isChair && mayCancel(found, now) === true,
        correct: isChair && (await isToBeCorrected(db, { ballotId, proposalId: found.proposal.id })),
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
