import { expect, test } from 'vitest'
import { editOrganisation, rejectOrganisation, verifyOrganisation } from '#server/organisations/index.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aWorld } from '#tests/support/world.ts'

async function aWaitingOrganisation(language: 'it' | 'en' | 'fr' | 'ar' = 'it') {
  const world = await aWorld()
  const representative = await world.person({ language })
  const name = 'Canarino Bangladesh'
  const { id } = await world.organisation({ state: 'pending', name, representative })
  const official = await world.person({ roles: ['coordinator'] })
  return { world, ground: world.ground, representative, official, organisationId: id }
}

const reason = 'Il numero di registro non c’è.\nhttps://evil.example/x\nControlla <b>l’anno</b>.'

test('who registered an organisation is told in their language that it was verified', async () => {
  const subjects = new Set<string>()
  for (const language of ['it', 'en', 'fr', 'ar'] as const) {
    const { ground, representative, official, organisationId } = await aWaitingOrganisation(language)
    await verifyOrganisation(ground, official, { organisationId })
    const [mail, ...others] = await mailsTo(ground, representative.email)
    expect(others).toEqual([])
    expect(mail).toMatchObject({ personId: representative.id, language })
    expect(mail?.text).toContain(`/organisations/${organisationId}`)
    subjects.add(mail?.subject ?? '')
  }
  expect(subjects.size).toBe(4)
})

test('a rejection is told with its reason, in which nothing is a link', async () => {
  const { ground, representative, official, organisationId } = await aWaitingOrganisation()
  await rejectOrganisation(ground, official, { organisationId, reason })
  const [mail] = await mailsTo(ground, representative.email)
  expect(mail?.text).toContain('Il numero di registro non c’è.')
  expect(mail?.text).toContain(`/organisations/${organisationId}`)
  expect(mail?.text).not.toContain('evil')
  expect(mail?.html).not.toContain('<b>')
  expect(mail?.html.match(/href="[^"]*"/g)).toEqual([
    `href="http://localhost:3000/organisations/${organisationId}"`,
  ])
})

test('the subject names neither the organisation nor anybody', async () => {
  const { ground, representative, official, organisationId } = await aWaitingOrganisation()
  await rejectOrganisation(ground, official, { organisationId, reason })
  await editOrganisation(ground, representative, {
    organisationId,
    name: 'Canarino Bangladesh',
    kind: 'association',
    territoryCode: '082053',
    languages: [],
  })
  await verifyOrganisation(ground, official, { organisationId })
  const mails = await mailsTo(ground, representative.email)
  expect(mails).toHaveLength(2)
  for (const { subject } of mails) expect(subject).not.toMatch(/Canarino|Bangladesh/)
})

test('every representative of now is told, and neither members nor who has left', async () => {
  const { world, ground, representative, official, organisationId } = await aWaitingOrganisation()
  const [other, member, gone] = [await world.person(), await world.person(), await world.person()]
  await world.joins(other, organisationId, 'representative')
  await world.joins(member, organisationId)
  await world.joins(gone, organisationId, 'representative')
  await ground.db
    .updateTable('organisationMembers')
    .set({ leftAt: new Date() })
    .where('personId', '=', gone.id)
    .execute()
  await verifyOrganisation(ground, official, { organisationId })
  for (const told of [representative, other]) expect(await mailsTo(ground, told.email)).toHaveLength(1)
  for (const untold of [member, gone, official]) expect(await mailsTo(ground, untold.email)).toEqual([])
})

test('forty officials who verify at once write one mail, and a refused decision none', async () => {
  const { ground, representative, official, organisationId } = await aWaitingOrganisation()
  await Promise.allSettled(
    Array.from({ length: 40 }, () => verifyOrganisation(ground, official, { organisationId })),
  )
  await expect(verifyOrganisation(ground, representative, { organisationId })).rejects.toBeDefined()
  expect(await mailsTo(ground, representative.email)).toHaveLength(1)
})
