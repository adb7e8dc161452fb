import { query } from '../query.ts'
import { ResumeResponse } from './contract.ts'
import { seeBegun } from './see-survey.ts'

/** Whether a code finds a begun response: asked on the device where somebody carries on. Few guesses are let. */
export const resumeResponse = query(ResumeResponse, async ({ db, actor, ground }, asked) => {
  await ground.limits.take('response-code-by-network', actor.network)
  const { survey, consent } = await seeBegun(db, asked)
  return { surveyId: survey.id, key: asked.key, isOnBehalf: consent !== null }
})
