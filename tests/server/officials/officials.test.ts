import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { appointOfficial, endOfficial, listOfficials, nameAdministrator } from '#server/officials/index.ts'
import { rejectOrganisation, verifyOrganisation } from '#server/organisations/index.ts'
import { actorOf } from '#server/people/index.ts'
import { hashToken, newToken } from '#server/people/secrets.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

/** Enters anew: the office ended the session that was there before. */
async function entered({ ground }: World, { id: personId }: { id: string }) {
  const token = newToken()
  const expiresAt = new Date(Date.now() + 86_400_000)
  await ground.db
    .insertInto('sessions')
    .values({ personId, tokenHash: hashToken(token), expiresAt })
    .execute()
  const request = { token, language: 'it' as const, network: '192.0.2', isPage: true, mayRotate: false }
  const { actor } = await actorOf(ground, request)
  if (actor.kind === 'guest') throw new Error('nobody entered')
  return actor
}

test('the machine names an administrator, who names a coordinator, who names an official, who verifies', async () => {
  const world = await aWorld()
  const { ground, person, organisation } = world
  const [first, second, third] = [await person(), await person(), await person()]
  expect(await nameAdministrator(ground.db, { email: first.email, ends: false })).toBe(true)
  expect(await nameAdministrator(ground.db, { email: first.email, ends: false })).toBe(false)
  const administrator = await entered(world, first)
  await appointOfficial(ground, administrator, { email: second.email, office: 'coordinator' })
  const coordinator = await entered(world, second)
  await appointOfficial(ground, coordinator, { email: third.email.toUpperCase(), office: '16' })
  const official = await entered(world, third)

  const puglia = await organisation({ state: 'pending', regionCode: '16' })
  const sicilia = await organisation({ state: 'pending', regionCode: '19' })
  await verifyOrganisation(ground, official, { organisationId: puglia.id })
  await expect(verifyOrganisation(ground, official, { organisationId: sicilia.id })).rejects.toMatchObject({
    kind: 'unseen',
  })

  await endOfficial(ground, coordinator, { personId: third.id, office: '16' })
  await expect(
    rejectOrganisation(ground, official, { organisationId: puglia.id, reason: 'Non è più così.' }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  await endOfficial(ground, administrator, { personId: second.id, office: 'coordinator' })
  expect((await entered(world, second)).roles).toEqual([])
  expect(await nameAdministrator(ground.db, { email: first.email, ends: true })).toBe(true)
  expect((await entered(world, first)).roles).toEqual([])
  expect(await nameAdministrator(ground.db, { email: `${randomUUID()}@people.test`, ends: true })).toBe(false)

  const chain = await ground.db
    .selectFrom('auditContents')
    .innerJoin('auditEntries', 'auditEntries.seq', 'auditContents.seq')
    .where('aboutId', 'in', [first.id, second.id, third.id])
    .orderBy('auditEntries.seq')
    .select('act')
    .execute()
  expect(chain.map(({ act }) => act)).toEqual([
    'administrator-appointed',
    'official-appointed',
    'official-appointed',
    'official-ended',
    'official-ended',
    'administrator-ended',
  ])
})

test('nobody names their own like: a coordinator no coordinator, anybody else nobody', async () => {
  const { ground, person, table } = await aWorld()
  const coordinator = await person({ roles: ['coordinator'] })
  const { email } = await person()
  await expect(appointOfficial(ground, coordinator, { email, office: 'coordinator' })).rejects.toMatchObject({
    reason: 'office-not-yours-to-give',
  })
  await expect(
    endOfficial(ground, coordinator, { personId: coordinator.id, office: 'coordinator' }),
  ).rejects.toMatchObject({ reason: 'office-not-yours-to-give' })
  const { chair } = await table()
  for (const actor of [chair, await person()]) {
    await expect(appointOfficial(ground, actor, { email, office: '19' })).rejects.toMatchObject({
      kind: 'unseen',
    })
    await expect(listOfficials(ground, actor, {})).rejects.toMatchObject({ kind: 'unseen' })
  }
  await expect(listOfficials(ground, guest, {})).rejects.toMatchObject({ reason: 'sign-in-first' })
  const administrator = await person({ roles: ['administrator'] })
  await expect(appointOfficial(ground, administrator, { email, office: '99' })).rejects.toMatchObject({
    fields: { office: { reason: 'not-in-list' } },
  })
})

test('an official is told once, in their language, and stands once in the list', async () => {
  const { ground, person } = await aWorld()
  const coordinator = await person({ roles: ['coordinator'] })
  const them = await person({ language: 'fr' })
  const asked = { email: them.email, office: '17' }
  await Promise.all(Array.from({ length: 10 }, () => appointOfficial(ground, coordinator, asked)))
  const mails = await mailsTo(ground, them.email)
  expect(mails).toMatchObject([{ language: 'fr', text: expect.stringContaining('Basilicata') }])
  expect(mails[0]?.subject).not.toContain('Basilicata')
  const { officials, offices } = await listOfficials(ground, coordinator, {})
  expect(officials.filter(({ personId }) => personId === them.id)).toMatchObject([
    { office: '17', region: 'Basilicata', isYours: true },
  ])
  expect(officials.find(({ personId }) => personId === coordinator.id)).toMatchObject({
    office: 'coordinator',
    region: null,
    isYours: false,
  })
  expect(offices.map(({ office }) => office)).not.toContain('coordinator')
})

test('whoever loses an office is told once, in their language, however many take it at once', async () => {
  const { ground, person } = await aWorld()
  const administrator = await person({ roles: ['administrator'] })
  const coordinator = await person({ roles: ['coordinator'] })
  const [official, other] = [await person({ language: 'ar' }), await person({ language: 'en' })]
  await appointOfficial(ground, coordinator, { email: official.email, office: '18' })
  await appointOfficial(ground, administrator, { email: other.email, office: 'coordinator' })
  const taken = await Promise.allSettled(
    Array.from({ length: 40 }, () =>
      endOfficial(ground, coordinator, { personId: official.id, office: '18' }),
    ),
  )
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await endOfficial(ground, administrator, { personId: other.id, office: 'coordinator' })
  const toOfficial = await mailsTo(ground, official.email)
  expect(toOfficial).toMatchObject([
    { language: 'ar', text: expect.stringContaining('Calabria') },
    { language: 'ar', text: expect.stringContaining('Calabria') },
  ])
  expect(toOfficial[1]?.subject).not.toBe(toOfficial[0]?.subject)
  expect(toOfficial[1]?.subject).not.toContain('Calabria')
  const [, ended, ...more] = await mailsTo(ground, other.email)
  expect(ended?.text).toContain('no longer a coordinator')
  expect(ended?.text).toContain('/sign-in')
  expect(more).toEqual([])
})
