import type { Reader } from '#db/database.ts'
import { romeDay } from '../rome-day.ts'
import type { Results } from './contract.ts'
import { findShown } from './records-releases.ts'
import { listShown } from './records-results.ts'
import { findCollection } from './records.ts'
import { fewestOf } from './words.ts'

/** What may be shown of a consultation's answers, with the words of its statements; null while there is nothing. */
export async function readResults(db: Reader, consultationId: string): Promise<Results | null> {
  const found = await findShown(db, consultationId)
  if (!found) return null
  const { published, inputHash, releasedAt } = found
  const fewest = published.fewest ?? fewestOf(false)
  // It was told before the consultation was said to be sensitive: it waits for the next release.
  if (fewest < fewestOf((await findCollection(db, consultationId)).isSensitive)) return null
  const words = new Map(
    (await listShown(db, consultationId)).map((statement) => [statement.number, statement]),
  )
  const stands = (number: number) => words.has(number)
  return {
    ...published,
    fewest,
    base: published.groups.length === 0 ? published.participants : published.grouped,
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
    inputHash,
    publishedOn: romeDay(releasedAt),
  }
}
