import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { CloseBallot } from './contract.ts'
import { holdBallot } from './hold-ballot.ts'
import { mayClose } from './rules.ts'
import { turnClosed } from './turn-ballot.ts'

/** The chair closes the vote before its date, and it is counted. A closed ballot is never opened again. */
export const closeBallot = command(CloseBallot, async (act, { ballotId }) => {
  const { trx, actor, now } = act
  const ballot = await holdBallot(trx, actor, ballotId, now)
  insist(mayClose(ballot))
  const outcome = await turnClosed(act, ballot, now < ballot.closesAt ? now : ballot.closesAt)
  return { ballotId, outcome }
})
