import { expect, test } from 'vitest'
import { analyseOpinions, forgetAnswers } from '#server/opinions/index.ts'
import { answersKeptDays } from '#server/opinions/words.ts'
import { aCollection, twoCamps } from '#tests/support/opinions.ts'

test('answers go some time after the consultation has closed, what was published of them stays', async () => {
  const { ground, consultationId, answered } = await aCollection({ statements: 8, showsResults: true })
  const { db } = ground
  const left = async () =>
    (await db.selectFrom('answerers').where('consultationId', '=', consultationId).select('id').execute())
      .length
  const closed = async (daysAgo: number, seconds = 0) => {
    const closedAt = new Date(ground.now().getTime() - daysAgo * 86_400_000 + seconds * 1000)
    await db.updateTable('consultations').set({ closedAt }).where('id', '=', consultationId).execute()
  }
  await answered(twoCamps(15, 10))
  await analyseOpinions(ground, consultationId)
  const results = () =>
    db
      .selectFrom('opinionResults')
      .innerJoin('opinionReleases', 'releasedHash', 'opinionReleases.inputHash')
      .where('opinionResults.consultationId', '=', consultationId)
      .select(['published', 'frame', 'told', 'statements', 'starts', 'opinionReleases.answers'])
      .executeTakeFirstOrThrow()
  const before = await results()
  await forgetAnswers(ground)
  expect(await left()).toBe(25)
  await closed(answersKeptDays, 60)
  await forgetAnswers(ground)
  expect(await left()).toBe(25)
  await closed(answersKeptDays, -60)
  await forgetAnswers(ground)
  expect(await left()).toBe(0)
  const after = await results()
  expect(after.published).toEqual(before.published)
  expect(after).toMatchObject({ frame: {}, told: null, statements: null, starts: null, answers: null })
})
