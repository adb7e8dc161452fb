import type { Votes } from './votes.ts'

/**
 * The centre: the mean of each statement's votes, over those who voted on it; 0 for one that nobody voted on and for
 * one left out. A cell without a vote is imputed this mean, so a row minus the centre is 0 where nothing was answered:
 * the centred, imputed matrix is as sparse as the votes, and none of it is ever written out.
 *
 * Source: Pol.is, steps 2 and 4 (Small et al. 2021, "Polis: scaling deliberation by mapping high dimensional opinion
 * spaces"). A statement left out counts as 0 for everybody, also for those who never saw it.
 *
 * @param tally 3 * m counts, as `tallyOf` gives them
 * @param leftOut m flags, 1 for a statement that was moderated out or is meta
 * @returns m means from -1 to 1
 */
export function centreOf(tally: Uint32Array, leftOut: Uint8Array): Float64Array {
  return Float64Array.from(leftOut, (isOut, column) => {
    const [against, passed, favour] = [tally[3 * column]!, tally[3 * column + 1]!, tally[3 * column + 2]!]
    const answered = against + passed + favour
    return isOut === 1 || answered === 0 ? 0 : (favour - against) / answered
  })
}

/** 3 * m counts: of each statement how many disagreed, passed and agreed, in this order. */
export function tallyOf(votes: Votes): Uint32Array {
  const tally = new Uint32Array(3 * votes.statements.length)
  for (const cell of votes.cells) tally[cell]!++
  return tally
}
