import type { Reader } from '#db/database.ts'
import type { CommonGround, Results, ShownAnswers, StatementInBrief } from './contract.ts'
import { findCollection } from './records.ts'
import { readResults } from './read-results.ts'
import { saidOf } from './words.ts'

const ofEach = 5

/** What every group accepts and what divides them, for a brief; null unless the consultation shows its results. */
export async function readCommonGround(db: Reader, consultationId: string): Promise<CommonGround | null> {
  if (!(await findCollection(db, consultationId)).showsResults) return null
  const results = await readResults(db, consultationId)
  if (!results || results.groups.length === 0) return null
  return {
    participants: results.participants,
    grouped: results.grouped,
    groups: results.groups.map(({ letter, size }) => ({ letter, size })),
    bridges: inBrief(results, results.bridges),
    divides: inBrief(results, results.divides),
    inputHash: results.inputHash,
  }
}

function inBrief(results: Results, numbers: number[]): StatementInBrief[] {
  return numbers.slice(0, ofEach).flatMap((number) => {
    const found = results.statements.find((each) => each.number === number)
    if (!found?.all) return []
    const { id, text, language, all, groups } = found
    return [
      {
        id,
        text,
        language,
        ...agreed(all, results.fewest),
        groups: groups.flatMap((answers, at) => {
          const letter = results.groups[at]?.letter
          return answers && letter ? [{ letter, ...agreed(answers, results.fewest) }] : []
        }),
      },
    ]
  })
}

function agreed(answers: NonNullable<ShownAnswers>, fewest: number) {
  const { shares, most } = saidOf(answers, fewest)
  return { answered: answers.seen, ...(shares ? { agree: shares.agree } : { most }) }
}
