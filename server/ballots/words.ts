export const choices = ['for', 'against', 'abstain'] as const
export type Choice = (typeof choices)[number]

/** Two tallies, never added together: the table decides by seats; the voice of persons stands beside. */
export const units = ['seat', 'person'] as const
export type Unit = (typeof units)[number]

/** What the file of a ballot's papers is called where it is given out, and in the commands that count it again. */
export function papersFile(ballotId: string, unit: Unit): string {
  return `ballot-${ballotId}-${unit}.csv`
}

export const majorities = ['simple', 'absolute', 'two-thirds'] as const
export type Majority = (typeof majorities)[number]

export type Outcome = 'approved' | 'not-approved' | 'no-quorum'

/** As it is kept, and between: its date has come and nobody has yet turned the key. */
export const ballotStates = ['planned', 'opening', 'open', 'closing', 'closed', 'cancelled'] as const
export type BallotState = (typeof ballotStates)[number]

/**
 * What an abstention does under each majority. `on-no-side`: it fills the quorum and is not in the count.
 * `as-not-for`: the majority is of the whole roll, so whoever abstains or stays away does not help it pass.
 */
export const abstentionIs = {
  simple: 'on-no-side',
  absolute: 'as-not-for',
  'two-thirds': 'on-no-side',
} as const satisfies Record<Majority, 'on-no-side' | 'as-not-for'>

/** While a vote is open, how many voted is told in steps: one more would tell, to whoever watches, that somebody has just voted. */
const turnoutStep = 5
export function inSteps(voted: number): number {
  return Math.floor(voted / turnoutStep) * turnoutStep
}

export const ballotLimits = { reason: 1000, cancelReason: 500 }

/** The only way of voting there is now: named and public. The page says so in the words kept for it. */
export const tier = 'T0-open'

export type Tally = Record<Choice, number>
export const emptyTally: Tally = { for: 0, against: 0, abstain: 0 }
