import { sql } from 'kysely'
import type { Reader, Trx } from '#db/database.ts'
import type { Analysed, PackedAnswers, StatementAnalysed } from './analyse-votes.ts'
import type { Published } from './contract.ts'
import type { Told } from './told.ts'

type Release = {
  published: Published
  releasedAt: Date
  /** The votes that it was made from; null once answers are forgotten, and for what was released before they were kept. */
  votes: (PackedAnswers & { statements: StatementAnalysed[]; told: Told }) | null
}

/** What is shown of a consultation now; undefined while nothing is. */
export async function findShown(
  db: Reader,
  consultationId: string,
): Promise<{ published: Published; inputHash: string; releasedAt: Date } | undefined> {
  const { rows } = await sql<{ published: Published; inputHash: string; releasedAt: Date }>`
    select l.published, l.input_hash, l.released_at from opinion_results r
      join opinion_releases l on l.consultation_id = r.consultation_id and l.input_hash = r.released_hash
    where r.consultation_id = ${consultationId}`.execute(db)
  return rows[0]
}

export async function findRelease(
  db: Reader,
  consultationId: string,
  inputHash: string,
): Promise<Release | undefined> {
  const { rows } = await sql<
    Pick<Release, 'published' | 'releasedAt'> & {
      told: Told | null
      statements: StatementAnalysed[] | null
      starts: Buffer | null
      answers: Buffer | null
    }
  >`select published, released_at, told, statements, starts, answers from opinion_releases
    where consultation_id = ${consultationId} and input_hash = ${inputHash}`.execute(db)
  const found = rows[0]
  if (!found) return undefined
  const { published, releasedAt, told, statements, starts, answers } = found
  const isWhole = told !== null && statements !== null && starts !== null && answers !== null
  return {
    published,
    releasedAt,
    votes: isWhole
      ? {
          told,
          statements,
          starts: Uint32Array.from({ length: starts.length / 4 }, (_, at) => starts.readUInt32LE(4 * at)),
          answers: Uint16Array.from({ length: answers.length / 2 }, (_, at) => answers.readUInt16LE(2 * at)),
        }
      : null,
  }
}

/** Keeps what is shown from now on with its votes; of what was shown before, only what a brief carries. */
export async function keepRelease(
  trx: Trx,
  given: PackedAnswers & {
    consultationId: string
    inputHash: string
    statements: StatementAnalysed[]
    release: NonNullable<Analysed['release']>
    now: Date
  },
): Promise<void> {
  const { consultationId, inputHash, statements, release, now } = given
  const kept = {
    releasedAt: now,
    published: JSON.stringify(release.published),
    told: JSON.stringify(release.told),
    statements: JSON.stringify(statements),
    starts: bytesOf(given.starts, 4, (to, value, at) => to.writeUInt32LE(value, at)),
    answers: bytesOf(given.answers, 2, (to, value, at) => to.writeUInt16LE(value, at)),
  }
  await trx
    .insertInto('opinionReleases')
    .values({ consultationId, inputHash, ...kept })
    .onConflict((conflict) => conflict.columns(['consultationId', 'inputHash']).doUpdateSet(kept))
    .execute()
  await trx
    .deleteFrom('opinionReleases')
    .where('consultationId', '=', consultationId)
    .where('inputHash', '<>', inputHash)
    .where('isCited', '=', false)
    .execute()
}

/** A brief carries what is shown now: its votes stay as long as answers do. */
export async function keepCited(trx: Trx, consultationId: string, inputHash: string): Promise<void> {
  await trx
    .updateTable('opinionReleases')
    .set({ isCited: true })
    .where('consultationId', '=', consultationId)
    .where('inputHash', '=', inputHash)
    .execute()
}

function bytesOf(
  values: Uint16Array | Uint32Array,
  width: number,
  write: (to: Buffer, value: number, at: number) => void,
): Buffer {
  const bytes = Buffer.alloc(values.length * width)
  values.forEach((value, at) => write(bytes, value, at * width))
  return bytes
}
