import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { forgetResponses } from '#server/responses/index.ts'
import { closeSurvey, isAnyToShuffleApart, settleDueSurveys, shuffleApart } from '#server/surveys/index.ts'
import { begun, stored } from '#tests/support/responses.ts'
import { anOpenSurvey } from '#tests/support/surveys.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const form = { survey: 'type | name | label\ntext | word | Una parola' }

/** What a superuser can join: marks of the roll and responses that one transaction wrote. */
async function joinedByTransaction({ ground }: World, surveyId: string): Promise<number> {
  const { rows } = await sql<{ found: number }>`select count(*)::int as found from (
      select r.elector_id from survey_roll r join survey_responses a on a.survey_id = r.survey_id and a.xmin = r.xmin and a.state = 'sent'
      where r.survey_id = ${surveyId} group by r.elector_id having count(*) = 1) alone`.execute(ground.db)
  return rows[0]?.found ?? 0
}

/** The same by place: the n-th mark on disk with the n-th response. Answers how many guesses are right. */
async function joinedByPlace({ ground }: World, surveyId: string, told: ReadonlyMap<string, string>) {
  const marks = await sql<{
    electorId: string
  }>`select elector_id from survey_roll where survey_id = ${surveyId} order by ctid`.execute(ground.db)
  const words = await sql<{ word: string }>`select answers ->> 'word' as word from survey_responses
    where survey_id = ${surveyId} and state = 'sent' order by ctid`.execute(ground.db)
  return marks.rows.filter(({ electorId }, n) => told.get(electorId) === words.rows[n]?.word).length
}

/** So many people answer, each with a word of their own. */
async function answeredBy(world: World, surveyId: string, many: number): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  for (let n = 0; n < many; n++) {
    const one = await world.person()
    const word = randomUUID()
    told.set(one.id, word)
    const { keep, send } = await begun(world, surveyId, { who: one, by: 'account' })
    await keep(0, { word })
    await send({ clientId: randomUUID() })
  }
  return told
}

test('who reads the database joins every person to their answers before the shuffle, and after it none', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { form, rules: { access: ['account'], timesEach: '1' } })
  const told = await answeredBy(world, surveyId, 20)
  const before = await stored(world, surveyId)
  expect(await joinedByTransaction(world, surveyId)).toBe(20)
  expect(await isAnyToShuffleApart(world.ground)).toBe(true)
  await shuffleApart(world.ground)
  expect(await joinedByTransaction(world, surveyId)).toBe(0)
  // By chance one guess in twenty is right; eight right ones would be an order that stayed.
  expect(await joinedByPlace(world, surveyId, told)).toBeLessThan(8)
  const after = await stored(world, surveyId)
  expect(after.map(({ answers }) => String(answers['word'])).toSorted(), 'nothing is lost').toEqual(
    [...told.values()].toSorted(),
  )
  const ids = new Set(before.map(({ id }) => id))
  expect(
    after.filter(({ id }) => ids.has(id)),
    'no id that was ever seen is left',
  ).toEqual([])
  // No column says when, and none is a person.
  const { rows } = await sql<{ column: string; type: string }>`select column_name as column, data_type as type
    from information_schema.columns where table_name in ('survey_roll', 'survey_responses')`.execute(
    world.ground.db,
  )
  expect(rows.filter(({ type }) => /time/.test(type))).toEqual([])
  expect(rows.filter(({ column }) => /person|device|network/.test(column))).toEqual([])
})

test.each(['by its chair', 'by its date'])(
  'a survey that is closed %s is shuffled by its close',
  async (how) => {
    const world = await aWorld()
    const { ground } = world
    const { surveyId, chair } = await anOpenSurvey(world, { form, rules: { access: ['account'] } })
    const told = await answeredBy(world, surveyId, 16)
    expect(await joinedByTransaction(world, surveyId)).toBe(16)
    const before = new Set((await stored(world, surveyId)).map(({ id }) => id))
    if (how === 'by its chair') await closeSurvey(ground, chair, { surveyId })
    else {
      ground.setNow(new Date(Date.now() + 86_400_000))
      await settleDueSurveys(ground)
    }
    expect(await joinedByTransaction(world, surveyId)).toBe(0)
    expect(await joinedByPlace(world, surveyId, told)).toBeLessThan(8)
    expect(await isAnyToShuffleApart(ground), 'nothing is left for later').toBe(false)
    const after = await stored(world, surveyId)
    expect(after.filter(({ id }) => before.has(id))).toEqual([])
    expect(after.map(({ answers }) => String(answers['word'])).toSorted()).toEqual(
      [...told.values()].toSorted(),
    )
  },
)

test('answers with their authors stay as they are at the close', async () => {
  const world = await aWorld()
  const rules = { access: ['account'], isApart: undefined }
  const { surveyId, chair } = await anOpenSurvey(world, { form, rules })
  await answeredBy(world, surveyId, 2)
  const before = await stored(world, surveyId)
  await closeSurvey(world.ground, chair, { surveyId })
  expect((await stored(world, surveyId)).toSorted(byId)).toEqual(before.toSorted(byId))
})

function byId(one: { id: string }, other: { id: string }): number {
  return one.id.localeCompare(other.id)
}

test('files and grouped texts go along when a response is written anew, and one person’s next answer is shuffled too', async () => {
  const world = await aWorld()
  const { surveyId, chair } = await anOpenSurvey(world, { form, rules: { access: ['account'] } })
  const ana = await world.person()
  const { keep, send } = await begun(world, surveyId, { who: ana, by: 'account' })
  await keep(0, { word: 'una' })
  await send()
  const [response] = await stored(world, surveyId)
  const responseId = response?.id ?? ''
  const { db } = world.ground
  await db
    .insertInto('surveyFiles')
    .values({ responseId, path: 'x', mediaType: 'image/webp', bytes: Buffer.from('f') })
    .execute()
  const theme = await db
    .insertInto('surveyThemes')
    .values({ surveyId, question: 'word', title: 'Parole', madeBy: chair.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('surveyThemeTexts').values({ themeId: theme.id, responseId, path: 'word' }).execute()
  const other = await begun(world, surveyId, { who: await world.person(), by: 'account' })
  await other.keep(0, { word: 'due' })
  await other.send()
  await shuffleApart(world.ground)
  const texts = await db
    .selectFrom('surveyThemeTexts')
    .innerJoin('surveyFiles', 'surveyFiles.responseId', 'surveyThemeTexts.responseId')
    .innerJoin('surveyResponses', 'surveyResponses.id', 'surveyFiles.responseId')
    .where('surveyResponses.surveyId', '=', surveyId)
    .select(sql<string>`answers ->> 'word'`.as('word'))
    .execute()
  expect(texts).toEqual([{ word: 'una' }])
  expect(await joinedByTransaction(world, surveyId)).toBe(0)
})

test('answers go sixty days after the close, and what was begun thirty days after it was touched', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { form, rules: { access: ['account'], timesEach: '1' } })
  const ana = await world.person()
  const sent = await begun(world, surveyId, { who: ana, by: 'account' })
  await sent.keep(0, { word: 'detto' })
  await sent.send()
  await (
    await begun(world, surveyId, { who: await world.person(), by: 'account' })
  ).keep(0, { word: 'a metà' })
  const left = async () => {
    const rows = await world.ground.db
      .selectFrom('surveyResponses')
      .where('surveyId', '=', surveyId)
      .select('state')
      .execute()
    const roll = await world.ground.db
      .selectFrom('surveyRoll')
      .where('surveyId', '=', surveyId)
      .select('times')
      .execute()
    return [...rows.map(({ state }) => state).toSorted(), ...roll.map(() => 'roll')]
  }
  const later = async (days: number) => {
    world.ground.setNow(new Date(Date.now() + days * 86_400_000))
    await forgetResponses(world.ground)
    return left()
  }
  expect(await later(29)).toEqual(['begun', 'sent', 'roll'])
  expect(await later(32)).toEqual(['sent', 'roll'])
  await world.ground.db
    .updateTable('surveys')
    .set({ state: 'closed', closedAt: new Date() })
    .where('id', '=', surveyId)
    .execute()
  expect(await later(59)).toEqual(['sent', 'roll'])
  expect(await later(61)).toEqual([])
})
