import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { cancelBallot, closeBallot } from '#server/ballots/index.ts'
import {
  admitMember,
  closeConsultation,
  listConsultations,
  listMembers,
  openConsultation,
  removeMember,
  reschedulePhases,
  showConsultation,
  showPhases,
} from '#server/consultations/index.ts'
import { aBallot } from '#tests/support/decisions.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aWorld, dayFromNow, guest, type World } from '#tests/support/world.ts'

function dates(from = -10) {
  const day = (phase: number, offset: number) => dayFromNow(from + phase * 30 + offset)
  return {
    listenFrom: day(0, 0),
    listenTo: day(0, 29),
    discussFrom: day(1, 0),
    discussTo: day(1, 29),
    proposeFrom: day(2, 0),
    proposeTo: day(2, 29),
    decideFrom: day(3, 0),
    decideTo: day(3, 29),
    answerFrom: day(4, 0),
    answerTo: day(4, 29),
    followFrom: day(5, 0),
    followTo: day(5, 29),
    answerDueOn: day(4, 29),
  }
}

async function opening(world: World, more: { visibility?: 'public' | 'members' } = {}) {
  const table = await world.table()
  const answering = await world.organisation({ kind: 'public-body' })
  const asked = {
    tableId: table.id,
    titleIt: 'Casa e affitti',
    titleFr: 'Logement et loyers',
    summaryIt: 'Chi cerca casa racconta che cosa trova.',
    goalIt: 'Una proposta votata sugli affitti.',
    visibility: more.visibility ?? ('public' as const),
    participation: 'registered' as const,
    answeringOrganisationId: answering.id,
    ...dates(),
  }
  return { table, answering, asked }
}

test('a consultation opens with its phases, its room and who answers', async () => {
  const world = await aWorld()
  const { table, asked, answering } = await opening(world)
  const { consultationId, roomId } = await openConsultation(world.ground, table.secretary, asked)
  expect(world.ground.told).toEqual([{ streamId: consultationId, seq: 1 }])
  expect(
    await showConsultation(world.ground, { ...guest, language: 'fr' }, { consultationId }),
  ).toMatchObject({
    title: { text: 'Logement et loyers', language: 'fr' },
    goal: { text: 'Una proposta votata sugli affitti.', language: 'it' },
    phase: 'listen',
    roomId,
    answering: { id: answering.id },
    table: { id: table.id, territory: 'Sicilia' },
    figures: { needs: 0, organisations: 0, proposals: 0, briefs: 0 },
    may: { takePart: false, postNeed: false, lead: false, admit: false },
  })
  expect((await showConsultation(world.ground, table.chair, { consultationId })).may).toEqual({
    takePart: true,
    postNeed: true,
    lead: true,
    admit: false,
  })
})

test('only the chair and the secretary open one, at their own table', async () => {
  const world = await aWorld()
  const { table, asked } = await opening(world)
  const other = await world.table()
  for (const actor of [table.moderator, other.chair, await world.person({ roles: ['coordinator'] })])
    await expect(openConsultation(world.ground, actor, asked)).rejects.toMatchObject({
      reason: 'only-for-chair-or-secretary',
    })
  await expect(openConsultation(world.ground, guest, asked)).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
  expect(world.ground.told).toEqual([])
})

test('phases out of order, an answer due too early, a body that is none, and no Italian are refused', async () => {
  const world = await aWorld()
  const { table, asked } = await opening(world)
  const refused = async (more: object, field: string, reason: string) =>
    expect(openConsultation(world.ground, table.chair, { ...asked, ...more })).rejects.toMatchObject({
      fields: { [field]: { reason } },
    })
  await refused({ discussFrom: asked.listenTo }, 'discussFrom', 'starts-before-last-ends')
  await refused({ decideTo: asked.proposeFrom }, 'decideTo', 'ends-before-it-starts')
  await refused({ answerDueOn: asked.decideTo }, 'answerDueOn', 'answer-due-too-early')
  await refused({ listenFrom: 'domani' }, 'listenFrom', 'not-a-day')
  await refused({ titleIt: '' }, 'titleIt', 'too-short')
  const association = await world.organisation()
  await refused(
    { answeringOrganisationId: association.id },
    'answeringOrganisationId',
    'not-a-verified-public-body',
  )
  const pending = await world.organisation({ kind: 'public-body', state: 'pending' })
  await refused(
    { answeringOrganisationId: pending.id },
    'answeringOrganisationId',
    'not-a-verified-public-body',
  )
})

test('opened forty times with one sender’s id, it is one consultation', async () => {
  const world = await aWorld()
  const { table, asked } = await opening(world)
  const once = { ...asked, clientId: randomUUID() }
  const opened = await Promise.all(
    Array.from({ length: 40 }, () => openConsultation(world.ground, table.chair, once)),
  )
  expect(new Set(opened.map((each) => each.consultationId)).size).toBe(1)
})

test('phases to come can be moved; those that are over cannot', async () => {
  const world = await aWorld()
  const { table, asked } = await opening(world)
  const { consultationId } = await openConsultation(world.ground, table.chair, { ...asked, ...dates(-40) })
  const moved = { ...dates(-40), discussTo: dayFromNow(18) }
  await reschedulePhases(world.ground, table.chair, { consultationId, ...moved })
  expect((await showPhases(world.ground, table.chair, { consultationId })).phases[1]).toMatchObject({
    endsOn: moved.discussTo,
  })
  await expect(
    reschedulePhases(world.ground, table.chair, { consultationId, ...moved, listenTo: dayFromNow(-12) }),
  ).rejects.toMatchObject({ fields: { listenTo: { reason: 'phase-already-over' } } })
  await expect(
    reschedulePhases(world.ground, await world.person(), { consultationId, ...moved }),
  ).rejects.toMatchObject({ reason: 'only-for-chair-or-secretary' })
})

test('a members-only consultation is in nobody else’s page, list or filter', async () => {
  const world = await aWorld()
  const { table, asked } = await opening(world, { visibility: 'members' })
  const { consultationId } = await openConsultation(world.ground, table.chair, asked)
  const listed = async (actor: Parameters<typeof listConsultations>[1], more = {}) =>
    (await listConsultations(world.ground, actor, { tableId: table.id, ...more })).consultations.length
  expect(await listed(table.moderator)).toBe(1)
  for (const outsider of [guest, await world.person(), await world.person({ roles: ['administrator'] })]) {
    for (const more of [{}, { stage: 'listen' as const }, { territory: '19' }])
      expect(await listed(outsider, more)).toBe(0)
    await expect(showConsultation(world.ground, outsider, { consultationId })).rejects.toMatchObject({
      kind: 'unseen',
      reason: 'consultation',
    })
    if (outsider.kind === 'person')
      for (const act of [closeConsultation, listMembers])
        await expect(act(world.ground, outsider, { consultationId })).rejects.toMatchObject({
          kind: 'unseen',
        })
  }
  await expect(showConsultation(world.ground, guest, { consultationId: randomUUID() })).rejects.toMatchObject(
    { kind: 'unseen', reason: 'consultation' },
  )
})

test('an admitted person comes in and goes out again; both streams tell the moment', async () => {
  const world = await aWorld()
  const { table, asked } = await opening(world, { visibility: 'members' })
  const { consultationId, roomId } = await openConsultation(world.ground, table.chair, asked)
  const ana = await world.person({ name: 'Ana' })
  await Promise.all(
    Array.from({ length: 40 }, () =>
      admitMember(world.ground, table.chair, { consultationId, email: ana.email }),
    ),
  )
  expect(await showConsultation(world.ground, ana, { consultationId })).toMatchObject({
    may: { takePart: true, lead: false },
  })
  expect((await listMembers(world.ground, table.chair, { consultationId })).admitted).toMatchObject([
    { personId: ana.id, name: ana.email },
  ])
  const [mail, ...others] = await mailsTo(world.ground, ana.email)
  expect(others).toEqual([])
  expect(mail?.text).toContain(`/consultations/${consultationId}`)
  expect(mail?.text).not.toContain(asked.titleIt)
  await removeMember(world.ground, table.chair, { consultationId, personId: ana.id })
  await expect(showConsultation(world.ground, ana, { consultationId })).rejects.toMatchObject({
    kind: 'unseen',
  })
  for (const streamId of [consultationId, roomId]) {
    const events = await world.ground.db
      .selectFrom('events')
      .where('streamId', '=', streamId)
      .where('name', 'in', ['member-added', 'member-removed'])
      .orderBy('seq')
      .select(['name', 'body'])
      .execute()
    expect(events).toEqual([
      { name: 'member-added', body: { personId: ana.id } },
      { name: 'member-removed', body: { personId: ana.id } },
    ])
  }
  await expect(
    removeMember(world.ground, table.chair, { consultationId, personId: ana.id }),
  ).rejects.toMatchObject({ kind: 'unseen' })
})

test('who still sits at the table is not removed, and nothing is told', async () => {
  const world = await aWorld()
  const { table, asked } = await opening(world, { visibility: 'members' })
  const { consultationId } = await openConsultation(world.ground, table.chair, asked)
  const before = world.ground.told.length
  await expect(
    removeMember(world.ground, table.chair, { consultationId, personId: table.moderator.id }),
  ).rejects.toMatchObject({ reason: 'still-has-seat' })
  expect(world.ground.told).toHaveLength(before)
})

test('admitting answers alike for known and unknown addresses, and not for a public consultation', async () => {
  const world = await aWorld()
  const { table, asked } = await opening(world, { visibility: 'members' })
  const { consultationId } = await openConsultation(world.ground, table.chair, asked)
  const email = `${randomUUID()}@people.test`
  expect(await admitMember(world.ground, table.chair, { consultationId, email })).toEqual({ email })
  const open = await world.consultation({ table })
  await expect(
    admitMember(world.ground, table.chair, { consultationId: open.id, email }),
  ).rejects.toMatchObject({ reason: 'consultation-is-public' })
})

test('a closed consultation is read, not taken part in, and is closed once', async () => {
  const world = await aWorld()
  const { table, asked } = await opening(world)
  const { consultationId } = await openConsultation(world.ground, table.chair, asked)
  const closings = await Promise.allSettled(
    Array.from({ length: 40 }, () => closeConsultation(world.ground, table.chair, { consultationId })),
  )
  expect(closings.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect(await showConsultation(world.ground, table.chair, { consultationId })).toMatchObject({
    may: { takePart: false, postNeed: false },
  })
  const stage = async (stage: 'open' | 'closed') =>
    (await listConsultations(world.ground, guest, { tableId: table.id, stage })).consultations.length
  expect([await stage('open'), await stage('closed')]).toEqual([0, 1])
  await expect(
    reschedulePhases(world.ground, table.chair, { consultationId, ...dates() }),
  ).rejects.toMatchObject({ reason: 'consultation-closed' })
})

test('lists filter by territory and phase, and go on where the page before ended', async () => {
  const world = await aWorld()
  const table = await world.table({ territoryCode: '17' })
  for (let index = 0; index < 22; index += 1) await world.consultation({ table, phase: 'propose' })
  const asked = { tableId: table.id, territory: '17', stage: 'propose' as const }
  const first = await listConsultations(world.ground, guest, asked)
  expect(first.consultations).toHaveLength(20)
  expect(first.consultations[0]).toMatchObject({ phase: 'propose', territory: 'Basilicata', beginsOn: null })
  const second = await listConsultations(world.ground, guest, { ...asked, after: first.older ?? '' })
  expect(second.consultations).toHaveLength(2)
  const ids = [...first.consultations, ...second.consultations].map((each) => each.id)
  expect(new Set(ids).size).toBe(22)
  for (const more of [
    { stage: 'decide' as const },
    { territory: '18' },
    { territory: 'interregional' as const },
  ])
    expect((await listConsultations(world.ground, guest, { ...asked, ...more })).consultations).toEqual([])
})

test('what people are called to vote on runs to its end before the consultation closes', async () => {
  const world = await aWorld()
  for (const state of ['planned', 'open'] as const) {
    const { id, consultation, chair } = await aBallot(world, { state })
    const consultationId = consultation.id
    await expect(closeConsultation(world.ground, chair, { consultationId })).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'votes-not-over',
    })
    await (state === 'planned'
      ? cancelBallot(world.ground, chair, { ballotId: id, reason: 'Non si vota più' })
      : closeBallot(world.ground, chair, { ballotId: id }))
    await closeConsultation(world.ground, chair, { consultationId })
  }
})
