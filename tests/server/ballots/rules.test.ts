import { expect, test } from 'vitest'
import { outcomeOf, seatsNeeded, stateAt, votersIn } from '#server/ballots/rules.ts'
import { abstentionIs, majorities, type Majority, type Tally } from '#server/ballots/words.ts'

const day = (number: number) => new Date(Date.UTC(2026, 4, number))

test.each([
  ['simple', 10, 0, { for: 3, against: 2, abstain: 5 }, 'approved'],
  ['simple', 10, 0, { for: 3, against: 3, abstain: 0 }, 'not-approved'],
  ['simple', 10, 0, { for: 0, against: 0, abstain: 0 }, 'not-approved'],
  ['simple', 10, 50, { for: 1, against: 0, abstain: 4 }, 'approved'],
  ['simple', 10, 50, { for: 4, against: 0, abstain: 0 }, 'no-quorum'],
  ['simple', 3, 50, { for: 1, against: 0, abstain: 0 }, 'no-quorum'],
  ['simple', 3, 50, { for: 2, against: 0, abstain: 0 }, 'approved'],
  ['absolute', 10, 50, { for: 5, against: 0, abstain: 0 }, 'not-approved'],
  ['absolute', 10, 50, { for: 6, against: 4, abstain: 0 }, 'approved'],
  ['absolute', 9, 0, { for: 5, against: 0, abstain: 4 }, 'approved'],
  ['absolute', 9, 0, { for: 4, against: 0, abstain: 5 }, 'not-approved'],
  ['two-thirds', 12, 50, { for: 4, against: 2, abstain: 6 }, 'approved'],
  ['two-thirds', 12, 50, { for: 5, against: 3, abstain: 0 }, 'not-approved'],
  ['two-thirds', 12, 50, { for: 0, against: 0, abstain: 12 }, 'not-approved'],
  ['two-thirds', 12, 100, { for: 11, against: 0, abstain: 0 }, 'no-quorum'],
  ['simple', 0, 0, { for: 0, against: 0, abstain: 0 }, 'no-quorum'],
] as const)(
  '%s majority of %i seats, quorum %i%%, %o: %s',
  (majority, roll, quorumPercent, tally, outcome) => {
    expect(outcomeOf({ majority, roll, quorumPercent, tally })).toBe(outcome)
  },
)

function everyVote(roll: number): Tally[] {
  const tallies = []
  for (let inFavour = 0; inFavour <= roll; inFavour++)
    for (let against = 0; inFavour + against <= roll; against++)
      for (let abstain = 0; inFavour + against + abstain <= roll; abstain++)
        tallies.push({ for: inFavour, against, abstain })
  return tallies
}

const everyCase = majorities.flatMap((majority) =>
  [1, 2, 3, 7, 12].flatMap((roll) =>
    [0, 34, 50, 67, 100].flatMap((quorumPercent) =>
      everyVote(roll).map((tally) => ({ majority, roll, quorumPercent, tally })),
    ),
  ),
)

test('in every vote there can be, nothing passes without its quorum, and with it nothing fails for want of one', () => {
  for (const vote of everyCase) {
    const hasQuorum = votersIn(vote.tally) * 100 >= vote.roll * vote.quorumPercent
    expect(outcomeOf(vote) === 'no-quorum').toBe(!hasQuorum)
  }
})

test('in every vote there can be, one more in favour instead of against never makes it fail', () => {
  for (const vote of everyCase) {
    if (vote.tally.against === 0 || outcomeOf(vote) !== 'approved') continue
    const { against, ...tally } = vote.tally
    expect(outcomeOf({ ...vote, tally: { ...tally, for: tally.for + 1, against: against - 1 } })).toBe(
      'approved',
    )
  }
})

function passes(majority: Majority, tally: Tally): boolean {
  return outcomeOf({ majority, roll: 12, quorumPercent: 0, tally }) === 'approved'
}

test('an abstention weighs what the words say: it only fills the quorum, or it helps nothing to pass', () => {
  for (const tally of everyVote(12))
    for (const majority of majorities) {
      const without = passes(majority, { ...tally, abstain: 0 })
      if (abstentionIs[majority] === 'on-no-side') expect(passes(majority, tally)).toBe(without)
      else {
        const asAgainst = { for: tally.for, against: tally.against + tally.abstain, abstain: 0 }
        expect(passes(majority, tally)).toBe(passes(majority, asAgainst))
      }
    }
})

test('the quorum is rounded up to a whole seat', () => {
  expect(
    [
      [3, 50],
      [10, 50],
      [7, 60],
      [1, 1],
      [5, 0],
      [25, 28],
    ].map(([roll, percent]) => seatsNeeded(roll ?? 0, percent ?? 0)),
  ).toEqual([2, 5, 5, 1, 0, 7])
})

test('where a ballot is follows the clock, not the job that turns it', () => {
  const dates = { opensAt: day(10), closesAt: day(20) }
  const at = (state: 'planned' | 'open' | 'closed' | 'cancelled', now: Date) =>
    stateAt({ ...dates, state }, now)
  expect(at('planned', day(9))).toBe('planned')
  expect(at('planned', day(10))).toBe('opening')
  expect(at('open', day(19))).toBe('open')
  expect(at('open', day(20))).toBe('closing')
  expect([at('closed', day(1)), at('cancelled', day(15))]).toEqual(['closed', 'cancelled'])
})
