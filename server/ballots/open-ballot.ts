import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { OpenBallot } from './contract.ts'
import { holdBallot } from './hold-ballot.ts'
import { mayOpen } from './rules.ts'
import { turnOpen } from './turn-ballot.ts'

/** The chair opens the vote before its date. */
export const openBallot = command(OpenBallot, async (act, { ballotId }) => {
  const { trx, actor, now } = act
  const ballot = await holdBallot(trx, actor, ballotId, now)
  insist(mayOpen(ballot, now))
  await turnOpen(act, ballot, now < ballot.opensAt ? now : ballot.opensAt)
  return { ballotId }
})
