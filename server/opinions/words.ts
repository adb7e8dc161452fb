/** How one may answer a statement, in the order of the keys 1, 2, 3. */
export const votes = ['agree', 'disagree', 'pass'] as const
export type Vote = (typeof votes)[number]

export const statementLimits = { text: 140, reason: 300 } as const

export const statementStates = ['waiting', 'approved', 'rejected'] as const
export type StatementState = (typeof statementStates)[number]

/** A group of fewer people is never drawn, counted or to be derived. */
export const fewestInGroup = 5
/** Fewer people in groups altogether, and no results are shown (4 times the fewest). */
export const fewestShown = 20
/** Numbers of people are told in steps of so many. */
export const stepOfPeople = 5

/** From what share of each group a statement is a bridge, as whole per cents. */
export const bridgeFrom = 60
/** How far apart two groups' shares must be for a statement to divide them. */
export const dividesFrom = 40
/** How many of each list are shown first. */
export const shownOfList = 10

/** For how many days after the end of its consultation an answer is kept; what was published of it stays. */
export const answersKeptDays = 60
/** For how many days a device without an account is known by its cookie. */
export const answererDays = 90

/** The cookie of a device that answers without an account. */
export const answererCookie = 'tavolo-answers'

/** Whole per cents of those who answered, from counts that are each in steps, so that together they never pass 100. */
export function sharesOf(counts: { agree: number; disagree: number; pass: number }) {
  const all = counts.agree + counts.disagree + counts.pass
  const percent = (part: number) => (all === 0 ? 0 : Math.floor((100 * part) / all + 0.5 - 1e-9))
  return { agree: percent(counts.agree), disagree: percent(counts.disagree) }
}

/** How alike by trigrams (0 to 1) two statements are the same, and from where one is asked whether they are. */
export const sameFrom = 0.95
export const alikeFrom = 0.55
