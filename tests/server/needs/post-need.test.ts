import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { postNeed, showNeed } from '#server/needs/index.ts'
import { aWrittenNeed } from '#tests/support/needs.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('a representative posts for their organisation, and it is told with who and where but not what', async () => {
  const { ground, ...a } = await aWorld()
  const { id: consultationId } = await a.consultation({ participation: 'organisations' })
  const { id: organisationId, representative } = await a.organisation()
  const { id } = await postNeed(ground, representative, { ...aWrittenNeed(), consultationId, organisationId })
  expect(ground.told.map((grown) => grown.streamId)).toEqual([consultationId])
  const events = await ground.db.selectFrom('events').where('aboutId', '=', id).selectAll().execute()
  expect(events).toMatchObject([
    { name: 'need-posted', actorId: representative.id, body: { organisationId } },
  ])
  const shown = await showNeed(ground, representative, { needId: id })
  expect(shown).toMatchObject({ organisation: { id: organisationId }, state: 'posted', author: null })
})

test('who represents only one organisation need not choose it; who represents two must', async () => {
  const { ground, ...a } = await aWorld()
  const { id: consultationId } = await a.consultation({ participation: 'organisations' })
  const { id: organisationId, representative } = await a.organisation()
  const { id } = await postNeed(ground, representative, { ...aWrittenNeed(), consultationId })
  expect((await showNeed(ground, guest, { needId: id })).organisation?.id).toBe(organisationId)
  await a.organisation({ representative })
  await expect(postNeed(ground, representative, { ...aWrittenNeed(), consultationId })).rejects.toMatchObject(
    {
      fields: { organisationId: { reason: 'needed' } },
    },
  )
})

test('where anyone registered takes part, a person posts for themself', async () => {
  const { ground, ...a } = await aWorld()
  const ana = await a.person({ name: 'Ana' })
  const { id: consultationId } = await a.consultation()
  const { id } = await postNeed(ground, ana, { ...aWrittenNeed(), consultationId })
  expect(await showNeed(ground, guest, { needId: id })).toMatchObject({ organisation: null, author: 'Ana' })
})

test('where only organisations take part, a member who does not represent theirs is refused and nobody is told', async () => {
  const { ground, ...a } = await aWorld()
  const { id: consultationId } = await a.consultation({ participation: 'organisations' })
  const { id: organisationId } = await a.organisation()
  const member = await a.person()
  await a.joins(member, organisationId)
  const asked = { ...aWrittenNeed(), consultationId, organisationId }
  await expect(postNeed(ground, member, asked)).rejects.toMatchObject({ reason: 'only-for-organisations' })
  expect(ground.told).toEqual([])
})

test.each(['pending', 'rejected'] as const)('nobody posts for a %s organisation', async (state) => {
  const { ground, ...a } = await aWorld()
  const { id: consultationId } = await a.consultation()
  const { id: organisationId, representative } = await a.organisation({ state })
  const asked = { ...aWrittenNeed(), consultationId, organisationId }
  await expect(postNeed(ground, representative, asked)).rejects.toMatchObject({
    fields: { organisationId: { reason: 'not-your-organisation' } },
  })
})

test('a members-only consultation does not exist for an outsider, as one that was never opened', async () => {
  const { ground, ...a } = await aWorld()
  const eve = await a.person()
  const { id } = await a.consultation({ visibility: 'members' })
  for (const consultationId of [id, randomUUID()])
    await expect(postNeed(ground, eve, { ...aWrittenNeed(), consultationId })).rejects.toMatchObject({
      kind: 'unseen',
      reason: 'consultation',
    })
  await expect(postNeed(ground, guest, { ...aWrittenNeed(), consultationId: id })).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
})

test.each(['propose', 'decide', 'answer', 'follow'] as const)('no need comes in during %s', async (phase) => {
  const { ground, ...a } = await aWorld()
  const { id: consultationId } = await a.consultation({ phase })
  await expect(
    postNeed(ground, await a.person(), { ...aWrittenNeed(), consultationId }),
  ).rejects.toMatchObject({ kind: 'conflict', reason: 'needs-not-open' })
})

test('a retry with the same client id answers the first need, even forty at once, and is told once', async () => {
  const { ground, ...a } = await aWorld()
  const ana = await a.person()
  const { id: consultationId } = await a.consultation()
  const asked = { ...aWrittenNeed(), consultationId, clientId: randomUUID() }
  const answers = await Promise.all(Array.from({ length: 40 }, () => postNeed(ground, ana, asked)))
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
  expect(ground.told).toHaveLength(1)
})

test('a place typed by its name is found whatever its accents and apostrophes, with its province and region', async () => {
  const { ground, ...a } = await aWorld()
  const ana = await a.person()
  const { id: consultationId } = await a.consultation()
  const typed = { ...aWrittenNeed({ territoryCode: '' }), consultationId, regionCode: '19' }
  const { id } = await postNeed(ground, ana, { ...typed, place: 'MARSALA' })
  expect(await showNeed(ground, ana, { needId: id })).toMatchObject({
    territory: { code: '081011', name: 'Marsala' },
    province: 'Trapani',
    region: 'Sicilia',
  })
  const piana = await postNeed(ground, ana, { ...typed, place: 'aci sant’antonio' })
  expect((await showNeed(ground, ana, { needId: piana.id })).territory.name).toBe("Aci Sant'Antonio")
})

test('a name of several places asks which; the one picked is taken; an unknown one is refused', async () => {
  const { ground, ...a } = await aWorld()
  const ana = await a.person()
  const { id: consultationId } = await a.consultation()
  const typed = { ...aWrittenNeed({ territoryCode: '' }), consultationId, regionCode: '19' }
  await expect(postNeed(ground, ana, { ...typed, place: 'Ragusa' })).rejects.toMatchObject({
    fields: { place: { reason: 'place-which' } },
  })
  const { id } = await postNeed(ground, ana, { ...typed, place: 'Ragusa', territoryCode: '088' })
  expect((await showNeed(ground, ana, { needId: id })).territory).toEqual({ code: '088', name: 'Ragusa' })
  // A place picked before, under a name that was changed since, no longer counts.
  await expect(
    postNeed(ground, ana, { ...typed, place: 'Bergamo', territoryCode: '088' }),
  ).rejects.toMatchObject({ fields: { place: { reason: 'place-not-found' } } })
})

test.each([
  ['title', 'too-short', { title: 'Casa' }],
  ['title', 'too-long', { title: 'x'.repeat(151) }],
  ['text', 'document-empty', { text: '   ' }],
  ['areas', 'needed', { areas: [] }],
  ['areas', 'not-in-list', { areas: ['nationality'] }],
  ['concerns', 'needed', { concerns: '' }],
  ['urgency', 'not-in-list', { urgency: 'now' }],
  ['language', 'not-in-list', { language: 'xx' }],
  ['regionCode', 'not-in-list', { territoryCode: '99' }],
  ['regionCode', 'needed', { territoryCode: '' }],
  ['since', 'month-to-come', { since: '2099-01' }],
  ['since', 'not-a-month', { since: 'maggio' }],
  ['tried', 'too-long', { tried: 'x'.repeat(2001) }],
  ['supportCount', 'unknown-field', { supportCount: 900 }],
  ['postedAt', 'unknown-field', { postedAt: '2020-01-01' }],
])('bad input is refused at its field: %s, %s', async (field, reason, wrong) => {
  const { ground, ...a } = await aWorld()
  const { id: consultationId } = await a.consultation()
  const asked = { ...aWrittenNeed(wrong), consultationId }
  await expect(postNeed(ground, await a.person(), asked as never)).rejects.toMatchObject({
    kind: 'invalid',
    fields: { [field]: { reason } },
  })
  expect(ground.told).toEqual([])
})

test('thirty needs in an hour are enough for one person', async () => {
  const { ground, ...a } = await aWorld({ limited: true })
  const ana = await a.person()
  const { id: consultationId } = await a.consultation()
  const tries = await Promise.allSettled(
    Array.from({ length: 40 }, () => postNeed(ground, ana, { ...aWrittenNeed(), consultationId })),
  )
  expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(30)
})
