import { createHash, randomUUID } from 'node:crypto'
import { keepFile } from '#server/responses/files/keep-file.ts'
import type { FormDefinition, Question, QuestionType } from '#server/surveys/contract.ts'
import { guest, type World } from './world.ts'

const question = (type: QuestionType, name: string): Question => ({
  is: 'question',
  row: 2,
  type,
  name,
  label: { '': name },
  hint: {},
  appearance: [],
  more: {},
  guidanceHint: {},
  requiredMessage: {},
  constraintMessage: {},
  parameters: {},
})

/** An open survey that asks for files, and a response to it that somebody is filling in. */
export async function aBegunResponse(world: World) {
  const { db } = world.ground
  const consultation = await world.consultation()
  const photos = Array.from({ length: 12 }, (_, at) => question('image', `photo${at}`))
  const form: FormDefinition = {
    languages: [''],
    settings: {},
    lists: {},
    items: [...photos, question('audio', 'voice'), question('file', 'paper'), question('text', 'words')],
  }
  const day = 86_400_000
  const { id: surveyId } = await db
    .insertInto('surveys')
    .values({
      consultationId: consultation.id,
      title: JSON.stringify({ it: 'Prova' }),
      definition: JSON.stringify(form),
      definitionHash: 'hash',
      state: 'open',
      opensAt: new Date(Date.now() - day),
      closesAt: new Date(Date.now() + day),
      openedAt: new Date(Date.now() - day),
      createdBy: consultation.table.chair.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const key = randomUUID()
  const { id: responseId } = await db
    .insertInto('surveyResponses')
    .values({ surveyId, keyHash: createHash('sha256').update(key).digest(), language: '' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const keep = (path: string, name: string, bytes: Uint8Array, type = '') =>
    keepFile(world.ground, guest, {
      surveyId,
      key,
      path,
      file: new File([bytes as BlobPart], name, { type }),
    })
  const stored = () =>
    db.selectFrom('surveyFiles').where('responseId', '=', responseId).orderBy('path').selectAll().execute()
  return { surveyId, responseId, key, keep, stored, consultation }
}
