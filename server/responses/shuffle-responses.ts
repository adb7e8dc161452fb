import { randomBytes } from 'node:crypto'
import type { Ground } from '../ground.ts'
import { listToShuffle, lockSurvey, shuffleResponses, shuffleRoll } from './records-apart.ts'

export async function isAnyToShuffleApart(ground: Ground): Promise<boolean> {
  return (await listToShuffle(ground.db)).length > 0
}

/** Roll and answers of each survey that keeps them apart are written anew, in orders of chance and in two transactions. */
export async function shuffleApart(ground: Ground): Promise<number> {
  const surveys = await listToShuffle(ground.db)
  for (const surveyId of surveys) {
    const salt = randomBytes(32).toString('hex')
    for (const shuffle of [shuffleResponses, shuffleRoll])
      await ground.db.transaction().execute(async (trx) => {
        await lockSurvey(trx, surveyId)
        await shuffle(trx, surveyId, salt)
      })
  }
  return surveys.length
}
