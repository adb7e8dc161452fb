import { Refusal, refuseField, type Verdict } from '../refusal.ts'
import type { BallotState, Majority, Outcome, Tally } from './words.ts'

type Dated = { state: 'planned' | 'open' | 'closed' | 'cancelled'; opensAt: Date; closesAt: Date }

/** Where a ballot is at a moment of the database's clock, however late the job that turns it. */
export function stateAt(ballot: Dated, now: Date): BallotState {
  if (ballot.state === 'planned' && now >= ballot.opensAt) return 'opening'
  if (ballot.state === 'open' && now >= ballot.closesAt) return 'closing'
  return ballot.state
}

/** A vote may be cast, or changed, only while the ballot is open. */
export function mayVote(ballot: Dated, now: Date): Verdict {
  switch (stateAt(ballot, now)) {
    case 'open':
      return true
    case 'planned':
    case 'opening':
      return new Refusal('conflict', 'voting-not-open')
    case 'closing':
    case 'closed':
      return new Refusal('conflict', 'voting-closed')
    case 'cancelled':
      return new Refusal('conflict', 'ballot-cancelled')
  }
}

export function mayPreside(powers: { offices: readonly string[] }): Verdict {
  return powers.offices.includes('chair') ? true : new Refusal('forbidden', 'only-for-chair')
}

/** A ballot is called before it opens, so that its rules are known before anybody votes. */
export function mayBeDated(dates: { opensAt: Date; closesAt: Date }, now: Date): Verdict {
  if (dates.opensAt <= now) return refuseField('opensAt', 'must-be-later')
  if (dates.closesAt <= dates.opensAt) return refuseField('closesAt', 'closes-before-it-opens')
  return true
}

/** Early, by the chair; but never so late that it would open closed. */
export function mayOpen(ballot: Dated, now: Date): Verdict {
  if (ballot.state === 'cancelled') return new Refusal('conflict', 'ballot-cancelled')
  if (ballot.state !== 'planned') return new Refusal('conflict', 'ballot-already-open')
  return now < ballot.closesAt ? true : new Refusal('conflict', 'voting-closed')
}

/** Early, by the chair. What is closed is never opened again. */
export function mayClose(ballot: Dated): Verdict {
  return ballot.state === 'open' ? true : new Refusal('conflict', 'ballot-not-open')
}

/** Once somebody may have voted, a ballot runs to its end. */
export function mayCancel(ballot: Dated, now: Date): Verdict {
  return stateAt(ballot, now) === 'planned' ? true : new Refusal('conflict', 'ballot-not-planned')
}

/**
 * Whether a seat may vote: it is on the roll that was frozen at opening, and the person fills it today, as holder
 * or alternate. A mandate that ends during the vote casts nothing more; what it has cast stands, and the seat
 * stays on the roll.
 */
export function maySeatVote(seat: { isOnRoll: boolean; isFilledByActor: boolean }): Verdict {
  if (!seat.isOnRoll) return new Refusal('forbidden', 'seat-not-on-roll')
  return seat.isFilledByActor ? true : new Refusal('forbidden', 'not-your-seat')
}

/** Everyone who was registered when the ballot opened, and may see the consultation. */
export function mayPersonVote(isOnRoll: boolean): Verdict {
  return isOnRoll ? true : new Refusal('forbidden', 'not-on-roll')
}

export function votersIn(tally: Tally): number {
  return tally.for + tally.against + tally.abstain
}

/** How many seats must vote for the result to count; an abstention is a vote. */
export function seatsNeeded(roll: number, quorumPercent: number): number {
  return Math.ceil((roll * quorumPercent) / 100)
}

/** What the seats decided. Persons decide nothing here: their tally stands beside. */
export function outcomeOf(vote: {
  tally: Tally
  roll: number
  quorumPercent: number
  majority: Majority
}): Outcome {
  const { tally, roll, quorumPercent, majority } = vote
  if (roll === 0 || votersIn(tally) < seatsNeeded(roll, quorumPercent)) return 'no-quorum'
  return hasMajority(tally, roll, majority) ? 'approved' : 'not-approved'
}

function hasMajority(tally: Tally, roll: number, majority: Majority): boolean {
  switch (majority) {
    case 'simple':
      return tally.for > tally.against
    case 'absolute':
      return tally.for * 2 > roll
    case 'two-thirds':
      return tally.for > 0 && tally.for * 3 >= (tally.for + tally.against) * 2
  }
}
