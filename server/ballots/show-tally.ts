import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowTally, type TallyShown } from './contract.ts'
import { findTally } from './records-reading.ts'
import { seatsNeeded, stateAt, votersIn } from './rules.ts'
import { turnoutOf } from './turnout.ts'
import type { Tally } from './words.ts'

/** What a page that stays open asks every few seconds: how many have voted, and after the close the two tallies. */
export const showTally = query(ShowTally, async ({ db, actor, now }, { ballotId }): Promise<TallyShown> => {
  const found = await findTally(db, actor, ballotId)
  if (!found) throw new Refusal('unseen', 'ballot')
  const { seatsOnRoll, peopleOnRoll } = found
  const rolls = { seatsOnRoll, seatsNeeded: seatsNeeded(seatsOnRoll, found.quorum), peopleOnRoll }
  const state = stateAt(found, now)
  if (found.outcome && found.seatTally && found.personTally) {
    const [seats, persons] = [found.seatTally as Tally, found.personTally as Tally]
    return {
      ...rolls,
      state,
      turnout: { seat: votersIn(seats), person: votersIn(persons) },
      result: { outcome: found.outcome, seats, persons },
    }
  }
  const turnout = found.state === 'open' ? await turnoutOf(db, ballotId) : { seat: 0, person: 0 }
  return { ...rolls, state, turnout, result: null }
})
