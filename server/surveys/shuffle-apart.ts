import { randomBytes } from 'node:crypto'
import type { Trx } from '#db/database.ts'
import type { Ground } from '../ground.ts'
import { listToShuffle, lockSurvey, shuffleResponses, shuffleRoll } from './records-apart.ts'

export async function isAnyToShuffleApart(ground: Ground): Promise<boolean> {
  return (await listToShuffle(ground.db)).length > 0
}

/** Roll and answers of each survey that keeps them apart are written anew, in orders of chance and in two transactions. */
export async function shuffleApart(ground: Ground): Promise<number> {
  const surveys = await listToShuffle(ground.db)
  for (const surveyId of surveys) {
    for (const shuffle of [shuffleAnswers, shuffleRoll])
      await ground.db.transaction().execute(async (trx) => {
        await lockSurvey(trx, surveyId)
        await shuffle(trx, surveyId)
      })
  }
  return surveys.length
}

/** Both in the transaction that closes a survey: from then on all marks and all answers were written by this one, and nothing comes after. */
export async function shuffleLast(trx: Trx, surveyId: string): Promise<void> {
  await shuffleAnswers(trx, surveyId)
  await shuffleRoll(trx, surveyId)
}

async function shuffleAnswers(trx: Trx, surveyId: string): Promise<void> {
  await shuffleResponses(trx, surveyId, randomBytes(32).toString('hex'))
}
