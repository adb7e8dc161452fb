import type { Reader } from '#db/database.ts'
import { singleStatement } from '../command.ts'
import type { Person } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import { CastVote } from './contract.ts'
import { findObstacles, keepVote } from './records-votes.ts'
import { mayPersonVote, maySeatVote, mayVote, stateAt } from './rules.ts'
import { openDueBallots } from './settle-ballots.ts'

/** A seat or a person says for, against or abstain, and may change it until the ballot closes. */
export const castVote = singleStatement(CastVote, async ({ db, actor, now, ground }, vote) => {
  const cast = await keepVote(db, { ...vote, personId: actor.id, now })
  if (cast) return cast

  // Its time has come and the job that opens it is late: the first voter opens it.
  if (stateAt(await holdAgainst(db, actor, vote, now), now) === 'opening') {
    await openDueBallots(ground)
    const castNow = await keepVote(db, { ...vote, personId: actor.id, now })
    if (castNow) return castNow
  }
  const ballot = await holdAgainst(db, actor, vote, now)
  insist(mayVote(ballot, now))
  insist(vote.unit === 'seat' ? maySeatVote(ballot) : mayPersonVote(ballot.isOnRoll))
  const isSameText = vote.definitionHash === undefined || vote.definitionHash === ballot.definitionHash
  throw new Refusal('conflict', vote.unit === 'seat' && isSameText ? 'holder-has-voted' : 'ballot-changed')
})

async function holdAgainst(db: Reader, actor: Person, vote: CastVote, now: Date) {
  const obstacles = await findObstacles(db, actor, vote, now)
  if (!obstacles) throw new Refusal('unseen', 'ballot')
  return obstacles
}
