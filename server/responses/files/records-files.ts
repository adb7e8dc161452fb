import type { Reader, Trx } from '#db/database.ts'
import type { FormDefinition } from '../../surveys/contract.ts'

/** A begun response by the hash of its key, with what its survey asks; locked where something is then kept. */
export async function findBegun(
  db: Reader,
  { surveyId, keyHash }: { surveyId: string; keyHash: Buffer },
  lock?: 'lock',
): Promise<{ id: string; definition: FormDefinition } | undefined> {
  const found = await db
    .selectFrom('surveyResponses')
    .innerJoin('surveys', 'surveys.id', 'surveyResponses.surveyId')
    .where('surveyResponses.surveyId', '=', surveyId)
    .where('surveyResponses.keyHash', '=', keyHash)
    .where('surveyResponses.state', '=', 'begun')
    .where('surveys.state', '=', 'open')
    .select(['surveyResponses.id', 'surveys.definition'])
    .$if(lock !== undefined, (query) => query.forUpdate('surveyResponses'))
    .executeTakeFirst()
  return found && { id: found.id, definition: found.definition as FormDefinition }
}

/** How many files a response has at other questions than this. */
export async function countOtherFiles(trx: Trx, responseId: string, path: string): Promise<number> {
  const { many } = await trx
    .selectFrom('surveyFiles')
    .where('responseId', '=', responseId)
    .where('path', '!=', path)
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .executeTakeFirstOrThrow()
  return many
}

/** In the place of what was there before. */
export async function replaceFile(
  trx: Trx,
  file: { responseId: string; path: string; mediaType: string; bytes: Buffer },
): Promise<string> {
  await trx
    .deleteFrom('surveyFiles')
    .where('responseId', '=', file.responseId)
    .where('path', '=', file.path)
    .execute()
  const { id } = await trx.insertInto('surveyFiles').values(file).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function findFile(db: Reader, surveyId: string, fileId: string) {
  return db
    .selectFrom('surveyFiles')
    .innerJoin('surveyResponses', 'surveyResponses.id', 'surveyFiles.responseId')
    .innerJoin('surveys', 'surveys.id', 'surveyResponses.surveyId')
    .innerJoin('consultations', 'consultations.id', 'surveys.consultationId')
    .where('surveyFiles.id', '=', fileId)
    .where('surveyResponses.surveyId', '=', surveyId)
    .select([
      'surveyFiles.path',
      'surveyFiles.mediaType',
      'surveyFiles.bytes',
      'surveyResponses.state',
      'surveyResponses.keyHash',
      'consultations.tableId',
    ])
    .executeTakeFirst()
}
