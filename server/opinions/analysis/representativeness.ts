import { type Counts, together } from './group-votes.ts'
import { proportionTest, shareOf, significant, twoProportionTest } from './proportions.ts'

export type Direction = 'agree' | 'disagree'

export type Representative = {
  /** The statement's column. */
  column: number
  direction: Direction
  /** How many times likelier the group's answer is than that of the others. */
  repness: number
  /** z of that difference. */
  rTest: number
  /** The group's share for this answer, and its z against one half. */
  p: number
  pTest: number
}

type Side = { p: number; pTest: number; repness: number; rTest: number }
type Compared = { column: number; isAnswered: boolean; agree: Side; disagree: Side }

/**
 * What a group holds that the others, all together, do not: at most five statements, those it agrees with first, each
 * with the answer that sets the group apart.
 *
 * Source: Pol.is, step 11. A statement is sufficient when both z, against the others and against one half, are
 * significant for agreeing or for disagreeing; of those, the largest product of the four figures come first, after
 * the one that the group agrees with best. Where none is sufficient, the one that comes nearest stands alone.
 *
 * @param groups the counts of all groups; `which` is the group that is asked about
 * @param leftOut m flags
 */
export function representativeOf(
  groups: readonly Counts[],
  which: number,
  leftOut: Uint8Array,
): Representative[] {
  const compared = compare(groups, which, leftOut)
  const best = bestAgreed(compared)
  const sufficient = compared
    .filter(({ agree, disagree }) => isSufficient(agree) || isSufficient(disagree))
    .sort((one, other) => metric(sideOf(other)) - metric(sideOf(one)))
  if (sufficient.length === 0) {
    const only = best ?? largest(compared)
    return only ? [shown(only)] : []
  }
  const first = best ? [best] : []
  const five = [...first, ...sufficient.filter((each) => each !== best)].slice(0, 5).map(shown)
  return [
    ...five.filter(({ direction }) => direction === 'agree'),
    ...five.filter(({ direction }) => direction === 'disagree'),
  ]
}

function compare(groups: readonly Counts[], which: number, leftOut: Uint8Array): Compared[] {
  const own = groups[which]!
  const others = together(
    groups.filter((_, group) => group !== which),
    leftOut.length,
  )
  const side = (part: 'agreed' | 'disagreed', column: number): Side => {
    const [inside, outside] = [own[part][column]!, others[part][column]!]
    const [seenInside, seenOutside] = [own.seen[column]!, others.seen[column]!]
    const p = shareOf(inside, seenInside)
    return {
      p,
      pTest: proportionTest(inside, seenInside),
      repness: p / shareOf(outside, seenOutside),
      rTest: twoProportionTest(inside, outside, seenInside, seenOutside),
    }
  }
  return Array.from(leftOut.keys())
    .filter((column) => leftOut[column] === 0)
    .map((column) => ({
      column,
      isAnswered: own.agreed[column]! + own.disagreed[column]! > 0,
      agree: side('agreed', column),
      disagree: side('disagreed', column),
    }))
}

/** The statement that a group agrees with best, met in one pass in the order of statements. */
function bestAgreed(all: readonly Compared[]): Compared | undefined {
  let best: Compared | undefined
  for (const compared of all) {
    if (!compared.isAnswered) continue
    if (best === undefined ? isAgreed(compared.agree) : isBetterAgreed(compared.agree, best.agree))
      best = compared
  }
  return best
}

function isAgreed({ p, pTest, repness }: Side): boolean {
  return pTest > significant || (repness > 1 && p > 0.5)
}

function isBetterAgreed(one: Side, best: Side): boolean {
  if (best.repness > 1) return metric(one) > metric(best)
  return one.p * one.pTest > best.p * best.pTest
}

function isSufficient({ pTest, rTest }: Side): boolean {
  return rTest > significant && pTest > significant
}

function metric({ p, pTest, repness, rTest }: Side): number {
  return repness * rTest * p * pTest
}

function directionOf({ agree, disagree }: Compared): Direction {
  return agree.rTest > disagree.rTest ? 'agree' : 'disagree'
}

function sideOf(compared: Compared): Side {
  return compared[directionOf(compared)]
}

function largest(all: readonly Compared[]): Compared | undefined {
  const telling = ({ agree, disagree }: Compared) => Math.max(agree.rTest, disagree.rTest)
  return all.reduce<Compared | undefined>(
    (most, each) => (most === undefined || telling(each) > telling(most) ? each : most),
    undefined,
  )
}

function shown(compared: Compared): Representative {
  const { repness, rTest, p, pTest } = sideOf(compared)
  return { column: compared.column, direction: directionOf(compared), repness, rTest, p, pTest }
}
