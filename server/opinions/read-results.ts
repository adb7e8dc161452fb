import type { Reader } from '#db/database.ts'
import type { Results } from './contract.ts'
import { findResults, listShown } from './records-results.ts'

/** What may be shown of a consultation's answers, with the words of its statements; null while there is nothing. */
export async function readResults(db: Reader, consultationId: string): Promise<Results | null> {
  const found = await findResults(db, consultationId)
  if (!found?.published || !found.publishedHash || !found.publishedAt) return null
  const { published } = found
  const words = new Map(
    (await listShown(db, consultationId)).map((statement) => [statement.number, statement]),
  )
  const stands = (number: number) => words.has(number)
  return {
    ...published,
    // What was rejected or marked since is not shown, whatever the figures of then say.
    groups: published.groups.map((group) => ({
      ...group,
      holds: group.holds.filter(({ number }) => stands(number)),
    })),
    statements: published.statements.flatMap((figures) => {
      const statement = words.get(figures.number)
      return statement ? [{ ...statement, ...figures }] : []
    }),
    bridges: published.bridges.filter(stands),
    divides: published.divides.filter(stands),
    agreed: published.agreed.filter(stands),
    disagreed: published.disagreed.filter(stands),
    inputHash: found.publishedHash,
    publishedAt: found.publishedAt.toISOString(),
  }
}
