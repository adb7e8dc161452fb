import { canonical } from '../canonical.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { seeSurvey } from '../surveys/index.ts'
import { ShowResults } from './contract.ts'
import { findRelease, listReleases } from './records.ts'

/** The exact text that the SHA-256 of a release is of; the newest one where none is named. */
export const showReleaseBytes = query(ShowResults, async ({ db, actor, now }, { surveyId, number }) => {
  const survey = await seeSurvey(db, actor, surveyId, now)
  const newest = (await listReleases(db, surveyId))[0]?.number
  const release = survey.isInside ? await findRelease(db, surveyId, number ?? newest ?? 0) : undefined
  if (!release) throw new Refusal('unseen', 'release')
  return { number: release.content.number, bytes: canonical(JSON.parse(JSON.stringify(release.content))) }
})
