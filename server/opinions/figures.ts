import { consensusOf, type Counts, groupAwareConsensus, representativeOf } from './analysis/index.ts'
import type { Published, ShownAnswers } from './contract.ts'
import { placeGroups } from './place-groups.ts'
import type { Told, ToldAnswers } from './told.ts'
import { bridgeFrom, dividesFrom, sharesOf } from './words.ts'

type Steps = NonNullable<ShownAnswers>

/**
 * What is shown, made of nothing but numbers of people in steps of the fewest (of five: 1 to 7 is 5), each stepped by itself: consensus,
 * what a group holds, bridges, divides, their order and where groups lie are worked out from the steps, by Pol.is's own
 * formulas. So none of them tells more than the steps do. What no step can hide is who was put with whom: groups
 * are found from everybody's answers, also those of people in no group and to statements that too few of a group saw.
 */
export function figuresOf(told: Told): Published {
  const { letters, asked, fewest } = told
  const groups = letters.map((letter) => told.groups[letter] ?? { size: 0, answers: {} })
  const statements = asked.map((number) => {
    const of = groups.map(({ answers }) => inSteps(answers[number], fewest))
    return { number, all: inSteps(told.all[number], fewest), groups: of, accepted: null as number | null }
  })
  const counts = groups.map((_, group) => countsOf(statements.map((each) => each.groups[group] ?? null)))
  const all = countsOf(statements.map((each) => each.all))
  const nothingLeftOut = new Uint8Array(asked.length)
  const accepted = groupAwareConsensus(counts, asked.length)
  const compared = statements.flatMap((statement, column) => {
    const shares = statement.groups.map((answers) => answers && sharesOf(answers).agree)
    if (shares.length < 2 || shares.includes(null)) return []
    statement.accepted = Math.round(accepted[column]! * 100) / 100
    const [least, most] = [Math.min(...(shares as number[])), Math.max(...(shares as number[]))]
    return [{ number: statement.number, accepted: accepted[column]!, least, gap: most - least }]
  })
  const consensus = consensusOf(all, nothingLeftOut)
  const isTold = (column: number) => (statements[column]?.all?.seen ?? 0) >= 4 * fewest
  const numbersOf = (columns: readonly number[]) => columns.filter(isTold).map((column) => asked[column]!)
  const places = placeGroups(counts)
  return {
    format: 'tavolo-opinions-1',
    fewest,
    grouped: stepped(told.grouped, fewest),
    participants: stepped(told.participants, fewest),
    groups: letters.map((letter, group) => ({
      letter,
      size: stepped(groups[group]!.size, fewest),
      ...places[group]!,
      // The first of Pol.is's list may be there for another answer than the one it is listed with: what most do not hold is left out.
      holds: representativeOf(counts, group, nothingLeftOut)
        .filter(({ p }) => p > 0.5)
        .map(({ column, direction }) => ({ number: asked[column]!, direction })),
    })),
    statements,
    bridges: compared
      .filter(({ least }) => least >= bridgeFrom)
      .sort((one, other) => other.accepted - one.accepted)
      .map(({ number }) => number),
    divides: compared
      .filter(({ gap }) => gap >= dividesFrom)
      .sort((one, other) => other.gap - one.gap)
      .map(({ number }) => number),
    agreed: numbersOf(consensus.agree),
    disagreed: numbersOf(consensus.disagree),
  }
}

/** A number of people: to the nearest step, and never 0 for somebody. */
export function stepped(people: number, step: number): number {
  if (people === 0) return 0
  return Math.max(step, Math.round(people / step) * step)
}

function inSteps(answers: ToldAnswers | undefined, step: number): Steps | null {
  if (!answers) return null
  const [agree, disagree, pass, seen] = answers
  return {
    agree: stepped(agree, step),
    disagree: stepped(disagree, step),
    pass: stepped(pass, step),
    seen: stepped(seen, step),
  }
}

/** As if the steps were the answers themselves; nobody, where nothing is told. */
function countsOf(answers: readonly ShownAnswers[]): Counts {
  const column = (count: (steps: Steps) => number) =>
    Uint32Array.from(answers, (steps) => (steps ? count(steps) : 0))
  return {
    agreed: column(({ agree }) => agree),
    disagreed: column(({ disagree }) => disagree),
    // And not `seen`: rounded by itself, it may be less than its parts, and shares would pass one.
    seen: column(({ agree, disagree, pass }) => agree + disagree + pass),
  }
}
