import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { askAnswer, giveAnswer } from '#server/answers/index.ts'
import { castVote, closeBallot } from '#server/ballots/index.ts'
import { listBriefs, previewBrief, publishBrief, showBrief, showBriefBytes } from '#server/briefs/index.ts'
import { losingSide } from '#server/briefs/rules.ts'
import { canonical } from '#server/canonical.ts'
import { excerpt } from '#server/excerpt.ts'
import { dayAfter, romeDay } from '#server/rome-day.ts'
import { aBallot } from '#tests/support/decisions.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

const nextSteps = 'La Regione risponde entro cinquanta giorni a ogni proposta approvata.'

async function aConsultationToReport(more: Parameters<World['consultation']>[0] = {}) {
  const world = await aWorld()
  const consultation = await world.consultation(more)
  const { id: organisationId, representative: author } = await world.organisation({ name: 'Donne di Bari' })
  const { id: needId } = await aNeed(world, {
    consultationId: consultation.id,
    author,
    organisationId,
    areas: ['housing', 'work'],
  })
  const { id: proposalId } = await aProposal(world, consultation, { state: 'approved', needIds: [needId] })
  const consultationId = consultation.id
  return {
    world,
    ground: world.ground,
    consultation,
    consultationId,
    organisationId,
    needId,
    proposalId,
    author,
    chair: consultation.table.chair,
  }
}

test('a brief says what was asked, by whom, and what happens next', async () => {
  const { world, ground, consultation, consultationId, organisationId, needId, proposalId, chair } =
    await aConsultationToReport()
  await world.seat({ tableId: consultation.table.id, organisationId })
  await askAnswer(ground, chair, { proposalId, dueOn: dayAfter(romeDay(ground.now()), 9) })
  await giveAnswer(ground, consultation.answering.representative, {
    proposalId,
    outcome: 'accepted-in-part',
    text: 'Accogliamo una parte della proposta.',
  })
  const { id } = await publishBrief(ground, chair, { consultationId, nextSteps })
  const { content } = await showBrief(ground, guest, { briefId: id })
  expect(content).toMatchObject({
    format: 'tavolo-brief-1',
    nextSteps,
    figures: { needs: 1, organisations: 1, proposals: 1 },
    seats: [{ organisation: 'Donne di Bari', kind: 'voting' }],
    organisations: [{ name: 'Donne di Bari', kind: 'association' }],
    answeringBody: { name: 'Assessorato di prova' },
  })
  expect(content.areas.map((each) => [each.area, each.needs])).toEqual([
    ['housing', 1],
    ['work', 1],
  ])
  const quotations = content.areas.flatMap((each) => each.quotations)
  expect(quotations).toMatchObject([{ needId, organisation: 'Donne di Bari' }])
  expect(content.proposals[0]).toMatchObject({
    id: proposalId,
    needs: 1,
    answer: { isSettled: true, given: [{ number: 1, outcome: 'accepted-in-part' }] },
  })
})

test('the SHA-256 is that of the bytes, and the bytes are canonical', async () => {
  const { ground, consultationId, chair } = await aConsultationToReport()
  const { id } = await publishBrief(ground, chair, { consultationId, nextSteps: `${nextSteps} «è»\n"sì"` })
  const shown = await showBrief(ground, guest, { briefId: id })
  const bytes = await showBriefBytes(ground, guest, { briefId: id })
  expect(createHash('sha256').update(bytes.canonical, 'utf8').digest('hex')).toBe(shown.sha256)
  expect(bytes.sha256).toBe(shown.sha256)
  expect(canonical(JSON.parse(bytes.canonical) as never)).toBe(bytes.canonical)
  expect(shown.content).toEqual(JSON.parse(bytes.canonical))
})

test('the same content is the same bytes in whatever order it was made', () => {
  expect(canonical({ b: [1, { d: null, c: 'è' }], a: true })).toBe(
    canonical({ a: true, b: [1, { c: 'è', d: null }] }),
  )
  expect(canonical({ b: 1, a: undefined })).toBe('{"b":1}')
})

test('a published brief stays as it was when the needs change, and the next one supersedes it', async () => {
  const { world, ground, consultation, consultationId, needId, author, chair } = await aConsultationToReport()
  const first = await publishBrief(ground, chair, { consultationId, nextSteps })
  const before = await showBriefBytes(ground, guest, { briefId: first.id })
  await ground.db.updateTable('needs').set({ title: 'Un altro titolo' }).where('id', '=', needId).execute()
  await aNeed(world, { consultationId: consultation.id, author, areas: ['health'] })
  const second = await publishBrief(ground, chair, { consultationId, nextSteps })
  expect(second.number).toBeGreaterThan(first.number)
  expect(await showBriefBytes(ground, guest, { briefId: first.id })).toEqual(before)
  const [older, newer] = [
    await showBrief(ground, guest, { briefId: first.id }),
    await showBrief(ground, guest, { briefId: second.id }),
  ]
  expect(older.newer?.id).toBe(second.id)
  expect(newer.older?.id).toBe(first.id)
  expect(newer.content.figures.needs).toBe(2)
  const { briefs, mayPublish } = await listBriefs(ground, guest, { consultationId })
  expect(mayPublish).toBe(false)
  expect((await listBriefs(ground, chair, { consultationId })).mayPublish).toBe(true)
  expect(briefs.map((each) => each.id)).toEqual([second.id, first.id])
  expect(briefs.find((each) => each.id === first.id)?.isSuperseded).toBe(true)
  await expect(
    ground.db.updateTable('briefs').set({ nextSteps: 'x' }).where('id', '=', first.id).execute(),
  ).rejects.toThrow(/append-only/)
})

test('twenty briefs published at once have twenty numbers without a gap', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => aConsultationToReport()))
  const briefs = await Promise.all(
    made.map(({ ground, chair, consultationId }) =>
      publishBrief(ground, chair, { consultationId, nextSteps }),
    ),
  )
  const numbers = briefs.map((brief) => brief.number).sort((one, other) => one - other)
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
})

test('forty forms sent with one client id are one brief', async () => {
  const { ground, consultationId, chair } = await aConsultationToReport()
  const clientId = randomUUID()
  const made = await Promise.all(
    Array.from({ length: 40 }, () => publishBrief(ground, chair, { consultationId, nextSteps, clientId })),
  )
  expect(new Set(made.map((brief) => brief.id)).size).toBe(1)
})

test('only the chair publishes; the secretary sees what would be published; others neither', async () => {
  const { world, ground, consultation, consultationId, chair } = await aConsultationToReport()
  const { secretary } = consultation.table
  await expect(publishBrief(ground, secretary, { consultationId, nextSteps })).rejects.toMatchObject({
    reason: 'only-for-chair',
  })
  expect((await previewBrief(ground, secretary, { consultationId })).mayPublish).toBe(false)
  expect((await previewBrief(ground, chair, { consultationId })).mayPublish).toBe(true)
  const person = await world.person()
  await expect(previewBrief(ground, person, { consultationId })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(publishBrief(ground, chair, { consultationId, nextSteps: 'Poco' })).rejects.toMatchObject({
    fields: { nextSteps: { reason: 'too-short' } },
  })
})

test('a consultation without needs has no brief', async () => {
  const world = await aWorld()
  const { id, table } = await world.consultation()
  await expect(
    publishBrief(world.ground, table.chair, { consultationId: id, nextSteps }),
  ).rejects.toMatchObject({ reason: 'brief-without-needs' })
})

test('the brief of a members-only consultation does not exist for an outsider', async () => {
  const { world, ground, consultation, consultationId, chair } = await aConsultationToReport({
    visibility: 'members',
  })
  const { id } = await publishBrief(ground, chair, { consultationId, nextSteps })
  for (const outsider of [guest, await world.person({ roles: ['administrator', 'coordinator'] })]) {
    await expect(showBrief(ground, outsider, { briefId: id })).rejects.toMatchObject({ kind: 'unseen' })
    await expect(showBriefBytes(ground, outsider, { briefId: id })).rejects.toMatchObject({ kind: 'unseen' })
    expect((await listBriefs(ground, outsider, {})).briefs.map((each) => each.id)).not.toContain(id)
  }
  expect((await showBrief(ground, consultation.answering.representative, { briefId: id })).id).toBe(id)
})

test('what is hidden, withdrawn or a draft, and who wrote anything, is not in a brief', async () => {
  const { world, ground, consultation, consultationId, chair } = await aConsultationToReport()
  const author = await world.person({ name: 'Canarino Nome' })
  const { id: seen } = await aNeed(world, {
    consultationId: consultation.id,
    author,
    title: 'Visibile in proprio nome',
  })
  const { id: hidden } = await aNeed(world, {
    consultationId: consultation.id,
    author,
    title: 'Canarino nascosto',
  })
  const { id: withdrawn } = await aNeed(world, {
    consultationId: consultation.id,
    author,
    title: 'Canarino ritirato',
  })
  await ground.db.updateTable('needs').set({ hiddenAt: new Date() }).where('id', '=', hidden).execute()
  await ground.db.updateTable('needs').set({ state: 'withdrawn' }).where('id', '=', withdrawn).execute()
  await aProposal(world, consultation, { state: 'draft', title: 'Canarino bozza', needIds: [] })
  const { id } = await publishBrief(ground, chair, { consultationId, nextSteps })
  const { canonical: bytes } = await showBriefBytes(ground, guest, { briefId: id })
  expect(bytes).toContain(seen)
  expect(bytes).not.toContain('Canarino')
  expect(bytes).not.toContain(author.id)
})

test('no number of people under five is in a brief, nor one from which it could be had', async () => {
  const { world, ground, consultation, consultationId, chair } = await aConsultationToReport()
  const figures = async () => (await previewBrief(ground, chair, { consultationId })).content.figures.people
  expect(await figures()).toMatchObject({ total: null, cells: [null, null] })
  for (let count = 0; count < 6; count += 1)
    await aNeed(world, { consultationId: consultation.id, author: await world.person() })
  expect(await figures()).toMatchObject({ total: 7, cells: [null, null] })
})

test('a result by persons with few against shows how many voted and not how', async () => {
  const { world, ground, consultation, consultationId, proposalId, chair, organisationId } =
    await aConsultationToReport()
  const seat = await world.seat({ tableId: consultation.table.id, organisationId })
  const { id: ballotId } = await ground.db
    .insertInto('ballots')
    .values({
      proposalId,
      proposalVersion: 1,
      consultationId,
      definitionHash: '0'.repeat(64),
      state: 'closed',
      quorum: 0,
      majority: 'simple',
      opensAt: new Date(Date.now() - 2_000),
      closesAt: new Date(Date.now() - 1_000),
      closedAt: new Date(Date.now() - 1_000),
      outcome: 'approved',
      createdBy: chair.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const vote = { ballotId, castBy: chair.id, reason: 'Costa troppo' }
  await ground.db
    .insertInto('votes')
    .values({ ...vote, unit: 'seat', electorId: seat.id, choice: 'against' })
    .execute()
  for (let count = 0; count < 12; count += 1)
    await ground.db
      .insertInto('votes')
      .values({
        ...vote,
        unit: 'person',
        electorId: (await world.person()).id,
        choice: count < 10 ? 'for' : 'against',
      })
      .execute()
  const { content } = await previewBrief(ground, chair, { consultationId })
  expect(content.proposals[0]?.ballot).toMatchObject({
    seats: { for: 0, against: 1, abstain: 0 },
    persons: { total: 12, cells: [null, null, null] },
    minority: [{ organisation: 'Donne di Bari', reason: 'Costa troppo' }],
  })
})

test('which organisations have voted is no part of a brief while the ballot is open', async () => {
  const world = await aWorld()
  const { id: ballotId, seats, chair, consultation } = await aBallot(world)
  const consultationId = consultation.id
  const organisations = async () =>
    (await previewBrief(world.ground, chair, { consultationId })).content.organisations.length
  const before = await organisations()
  for (const { id: seatId, holder } of seats)
    await castVote(world.ground, holder, { ballotId, unit: 'seat', seatId, choice: 'for' })
  expect(await organisations()).toBe(before)
  await closeBallot(world.ground, chair, { ballotId })
  expect(await organisations()).toBe(before + seats.length)
})

test('a quotation is cut between words and never in the middle of a character', () => {
  expect(excerpt('uno  due\ntre', 240)).toBe('uno due tre')
  const long = excerpt('parola '.repeat(60), 240)
  expect(long.length).toBeLessThanOrEqual(240)
  expect(long).toMatch(/parola…$/)
  const without = excerpt('😀'.repeat(200), 241)
  expect(without).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
})

test('without a quorum the seats decided nothing, and nobody’s reasons are a minority’s', () => {
  expect(['approved', 'not-approved', 'no-quorum'].map(losingSide)).toEqual(['against', 'for', null])
})
