/** How one may answer a statement, in the order of the keys 1, 2, 3. */
export const votes = ['agree', 'disagree', 'pass'] as const
export type Vote = (typeof votes)[number]

export const statementLimits = { text: 140, reason: 300 } as const

export const statementStates = ['waiting', 'approved', 'rejected'] as const
export type StatementState = (typeof statementStates)[number]

/**
 * Of fewer people nothing is told: no group of them is drawn, counted or to be derived. Under four times as many people in
 * groups altogether nothing is shown at all, and of a base under that no percentage. Numbers are told in steps of it.
 */
export const fewestOf = (isSensitive: boolean) => (isSensitive ? 10 : 5)

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

type Steps = { agree: number; disagree: number; pass: number }

/** Whole per cents of those who answered, from counts that are each in steps, so that together they never pass 100. */
export function sharesOf(counts: Steps) {
  const all = counts.agree + counts.disagree + counts.pass
  const percent = (part: number) => (all === 0 ? 0 : Math.floor((100 * part) / all + 0.5 - 1e-9))
  return { agree: percent(counts.agree), disagree: percent(counts.disagree) }
}

/**
 * How a group's answers are said: in per cents only from a base of four times the fewest, since a per cent of few would be of
 * one; below that by what most of them say. A group of a bridge is `agree` here.
 */
export function saidOf(counts: Steps & { seen: number }, fewest: number) {
  const shares = sharesOf(counts)
  const most: 'agree' | 'disagree' | 'mixed' =
    shares.agree >= bridgeFrom ? 'agree' : shares.disagree >= bridgeFrom ? 'disagree' : 'mixed'
  return { most, shares: counts.seen >= 4 * fewest ? shares : null }
}

/** How alike by trigrams (0 to 1) two statements are the same, and from where one is asked whether they are. */
export const sameFrom = 0.95
export const alikeFrom = 0.55
