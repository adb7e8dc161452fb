import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  beginResponse,
  enterOnBehalf,
  keepPage,
  remindToAnswer,
  sendResponse,
  sendWhole,
  showIntroduction,
} from '#server/responses/index.ts'
import { codeHashOf } from '#server/surveys/index.ts'
import { begun, stored } from '#tests/support/responses.ts'
import { anOpenSurvey } from '#tests/support/surveys.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

const form = {
  survey: 'type | name | label | required\nselect_one area | area | Che cosa manca? | yes',
  choices: 'list_name | name | label\narea | housing | Casa\narea | work | Lavoro',
}
const fields = { area: 'work' }
const asked = (surveyId: string, more: object = {}) => ({
  surveyId,
  by: 'account' as const,
  fields,
  clientId: randomUUID(),
  ...more,
})

async function rolled({ ground }: World, surveyId: string) {
  return ground.db
    .selectFrom('surveyRoll')
    .where('surveyId', '=', surveyId)
    .select(['unit', 'times'])
    .execute()
}

test('whoever sends is on the roll, the response says nothing of them, and its code finds nothing any more', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { form, rules: { access: ['account'], timesEach: '1' } })
  const ana = await world.person()
  const { key, keep, send } = await begun(world, surveyId, { who: ana, by: 'account' })
  await keep(0, fields)
  const clientId = randomUUID()
  await send({ clientId })
  // As a phone does after a time-out.
  await send({ clientId })
  await expect(send(), 'without its mark').rejects.toMatchObject({ kind: 'unseen' })
  await expect(
    keepPage(world.ground, ana, { surveyId, key, page: 0, go: 'next', fields }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  expect(await rolled(world, surveyId)).toEqual([{ unit: 'person', times: 1 }])
  const rows = await world.ground.db
    .selectFrom('surveyResponses')
    .where('surveyId', '=', surveyId)
    .selectAll()
    .execute()
  expect(rows).toMatchObject([{ state: 'sent', touchedOn: null }])
  expect(JSON.stringify(rows)).not.toContain(ana.id)
  expect(world.ground.told, 'only that it was opened').toHaveLength(1)
  await expect(beginResponse(world.ground, ana, { surveyId, by: 'account' })).rejects.toMatchObject({
    reason: 'survey-answered-already',
  })
  expect(await showIntroduction(world.ground, ana, { surveyId })).toMatchObject({
    ways: { account: 'answered', link: false },
  })
})

test('of forty that one person sends at once, as many arrive as each may', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { form, rules: { access: ['account'], timesEach: '3' } })
  const ana = await world.person()
  const sent = await Promise.allSettled(
    Array.from({ length: 40 }, () => sendWhole(world.ground, ana, asked(surveyId))),
  )
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  expect(await rolled(world, surveyId)).toEqual([{ unit: 'person', times: 3 }])
  expect(await stored(world, surveyId)).toHaveLength(3)
})

test('of forty people at once, as many are taken as the survey and its quotas take', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, {
    form,
    rules: { access: ['link'], mostResponses: '9', quota: ['area work'], quotaMost: ['5'] },
  })
  const send = (n: number) =>
    sendWhole(
      world.ground,
      guest,
      asked(surveyId, { by: 'link', fields: { area: n % 4 ? 'work' : 'housing' } }),
    )
  const sent = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => send(n)))
  const reasons = sent.flatMap((one) =>
    one.status === 'rejected'
      ? [one.reason as { reason: string; fields: Record<string, { reason: string }> }]
      : [],
  )
  const answers = (await stored(world, surveyId)).map(({ answers }) => answers['area'])
  expect(answers.filter((area) => area === 'work')).toHaveLength(5)
  expect(answers.length).toBeLessThanOrEqual(9)
  expect(answers).toHaveLength(40 - reasons.length)
  for (const { reason, fields } of reasons)
    expect(reason === 'survey-full' || fields['area']?.reason === 'survey-quota-full').toBe(true)
})

test('the same whole response forty times at once is one', async () => {
  const world = await aWorld()
  const { surveyId } = await anOpenSurvey(world, { form, rules: { access: ['account'], timesEach: '1' } })
  const ana = await world.person()
  const one = asked(surveyId)
  await Promise.all(Array.from({ length: 40 }, () => sendWhole(world.ground, ana, one)))
  expect(await stored(world, surveyId)).toHaveLength(1)
  expect(await rolled(world, surveyId)).toEqual([{ unit: 'person', times: 1 }])
})

test('a seat answers by its holder or its alternate, once; a printed code once; and nobody else so', async () => {
  const world = await aWorld()
  const { surveyId, consultation } = await anOpenSurvey(world, {
    form,
    rules: { access: ['seat', 'code'], timesEach: '1' },
  })
  const organisation = await world.organisation()
  const [holder, alternate] = [organisation.representative, await world.person()]
  const seat = await world.seat({
    tableId: consultation.table.id,
    organisationId: organisation.id,
    holder,
    alternate,
  })
  const bySeat = { by: 'seat', seatId: seat.id }
  await expect(sendWhole(world.ground, await world.person(), asked(surveyId, bySeat))).rejects.toMatchObject({
    reason: 'not-your-seat',
  })
  await sendWhole(world.ground, alternate, asked(surveyId, { by: 'seat' }))
  await expect(sendWhole(world.ground, holder, asked(surveyId, bySeat))).rejects.toMatchObject({
    reason: 'survey-answered-already',
  })
  await world.ground.db
    .insertInto('surveyCodes')
    .values({
      surveyId,
      organisationId: organisation.id,
      codeHash: codeHashOf('ABCD-2345'),
      madeBy: holder.id,
    })
    .execute()
  const byCode = (code: string) => sendWhole(world.ground, guest, asked(surveyId, { by: 'code', code }))
  await expect(byCode('WXYZ-2345')).rejects.toMatchObject({
    fields: { code: { reason: 'survey-code-unknown' } },
  })
  await byCode('abcd 2345')
  await expect(byCode('ABCD2345')).rejects.toMatchObject({ reason: 'survey-answered-already' })
  for (const by of ['link', 'account'])
    await expect(sendWhole(world.ground, holder, asked(surveyId, { by }))).rejects.toMatchObject({
      reason: 'survey-not-this-way',
    })
})

test('an outsider finds no survey of a members-only consultation, unless it is answered by link', async () => {
  const world = await aWorld()
  const consultation = await world.consultation({ visibility: 'members' })
  const inside = await anOpenSurvey(world, { form, consultation, rules: { access: ['account'] } })
  const open = await anOpenSurvey(world, { form, consultation, rules: { access: ['link', 'account'] } })
  const outsider = await world.person()
  for (const act of [
    () => showIntroduction(world.ground, outsider, { surveyId: inside.surveyId }),
    () => beginResponse(world.ground, outsider, { surveyId: inside.surveyId, by: 'account' }),
    () => sendWhole(world.ground, outsider, asked(inside.surveyId)),
  ])
    await expect(act()).rejects.toMatchObject({ kind: 'unseen' })
  expect(await showIntroduction(world.ground, guest, { surveyId: open.surveyId })).toMatchObject({
    consultation: null,
  })
  await expect(sendWhole(world.ground, outsider, asked(open.surveyId))).rejects.toMatchObject({
    kind: 'unseen',
  })
  await sendWhole(world.ground, guest, asked(open.surveyId, { by: 'link' }))
})

test('once the date has come nothing is taken any more, begun or whole, and no time is stored of what was', async () => {
  const world = await aWorld()
  const { surveyId, closesAt } = await anOpenSurvey(world, { form })
  const { keep, send } = await begun(world, surveyId)
  await keep(0, fields)
  world.ground.setNow(new Date(closesAt.getTime() + 1000))
  for (const act of [
    () => keep(0, fields),
    () => send(),
    () => sendWhole(world.ground, guest, asked(surveyId, { by: 'link' })),
  ])
    await expect(act()).rejects.toMatchObject({ kind: 'conflict', reason: 'survey-closed' })
  expect(await stored(world, surveyId)).toEqual([])
})

test('somebody who speaks for an organisation types in a person’s answers with their consent, where the survey takes them', async () => {
  const world = await aWorld()
  const { surveyId, consultation } = await anOpenSurvey(world, {
    form,
    rules: { access: ['account'], takesOnBehalf: 'yes', timesEach: '1' },
  })
  const { representative } = await world.organisation()
  const outsider = await world.person()
  await expect(enterOnBehalf(world.ground, outsider, { surveyId, consent: 'spoken' })).rejects.toMatchObject({
    reason: 'only-for-organisations',
  })
  for (const consent of ['paper', 'signed'] as const) {
    const { key } = await enterOnBehalf(world.ground, representative, { surveyId, consent })
    await keepPage(world.ground, representative, { surveyId, key, page: 0, go: 'next', fields })
    const send = { surveyId, key, by: 'account' as const }
    await expect(sendResponse(world.ground, outsider, send)).rejects.toMatchObject({
      reason: 'only-for-organisations',
    })
    await sendResponse(world.ground, representative, send)
  }
  expect((await stored(world, surveyId)).map(({ consent }) => String(consent)).toSorted()).toEqual([
    'paper',
    'signed',
  ])
  expect(await rolled(world, surveyId), 'nobody is marked: the person is not known').toEqual([])
  const told = await world.ground.db
    .selectFrom('events')
    .where('streamId', '=', consultation.id)
    .where('name', '=', 'survey-entered-on-behalf')
    .select('actorId')
    .execute()
  expect(told).toEqual([{ actorId: representative.id }, { actorId: representative.id }])
})

test('where a survey keeps answers with their author it does, and elsewhere the database itself refuses', async () => {
  const world = await aWorld()
  const ana = await world.person()
  const named = await anOpenSurvey(world, { form, rules: { access: ['account'], isApart: '' } })
  const apart = await anOpenSurvey(world, { form, rules: { access: ['account'] } })
  for (const { surveyId } of [named, apart]) await sendWhole(world.ground, ana, asked(surveyId))
  const authors = await world.ground.db
    .selectFrom('surveyAuthors')
    .innerJoin('surveyResponses', 'surveyResponses.id', 'surveyAuthors.responseId')
    .where('electorId', '=', ana.id)
    .select('surveyId')
    .execute()
  expect(authors).toEqual([{ surveyId: named.surveyId }])
  const [response] = await stored(world, apart.surveyId)
  await expect(
    world.ground.db
      .insertInto('surveyAuthors')
      .values({ responseId: response?.id ?? '', unit: 'person', electorId: ana.id })
      .execute(),
  ).rejects.toThrow('keeps who answered apart')
})

test('a reminder goes to all who may answer, those who have among them, once a day', async () => {
  const world = await aWorld()
  const consultation = await world.consultation({ visibility: 'members' })
  const { surveyId, secretary } = await anOpenSurvey(world, {
    form,
    consultation,
    rules: { access: ['account'], timesEach: '1' },
  })
  const people = [await world.person(), await world.person()]
  for (const { id } of people)
    await world.ground.db
      .insertInto('consultationMembers')
      .values({ consultationId: consultation.id, personId: id, addedBy: secretary.id })
      .execute()
  const [first] = people
  if (first) await sendWhole(world.ground, first, asked(surveyId))
  await expect(remindToAnswer(world.ground, first ?? guest, { surveyId })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await remindToAnswer(world.ground, secretary, { surveyId })
  await expect(remindToAnswer(world.ground, secretary, { surveyId })).rejects.toMatchObject({
    reason: 'survey-reminded-already',
  })
  const mails = await world.ground.db.selectFrom('mails').select(['recipient', 'text']).execute()
  const ours = mails.filter(({ text }) => text.includes(surveyId))
  expect(ours.map(({ recipient }) => recipient)).toEqual(
    expect.arrayContaining(people.map(({ email }) => email)),
  )
  expect(
    new Set(ours.map(({ text }) => text)).size,
    'the same words for who has answered and who has not',
  ).toBe(1)
})
