import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  editOrganisation,
  listOrganisations,
  myOrganisations,
  organisationsToVerify,
  registerOrganisation,
  rejectOrganisation,
  showOrganisation,
  verifyOrganisation,
} from '#server/organisations/index.ts'
import { castVote } from '#server/ballots/index.ts'
import { listNeeds } from '#server/needs/index.ts'
import { showTable } from '#server/tables/index.ts'
import { aBallot } from '#tests/support/decisions.ts'
import { aWorld, guest, type World } from '#tests/support/world.ts'

function facts(name = `Cortile ${randomUUID().slice(0, 8)}`) {
  return {
    name,
    kind: 'association' as const,
    territoryCode: '082053',
    languages: ['it', 'fr'] as const,
    communities: 'donne\nfamiglie',
  }
}

async function official({ ground, person }: World, territoryCode = '19') {
  const who = await person({ name: 'Funzionaria' })
  await ground.db.insertInto('territoryOfficials').values({ personId: who.id, territoryCode }).execute()
  return who
}

test('whoever registers an organisation represents it, and nobody else sees it yet', async () => {
  const world = await aWorld()
  const ana = await world.person()
  const { organisationId } = await registerOrganisation(world.ground, ana, {
    ...facts(),
    languages: ['it', 'fr'],
  })
  expect(await showOrganisation(world.ground, ana, { organisationId })).toMatchObject({
    state: 'pending',
    territory: 'Palermo',
    regionCode: '19',
    communities: ['donne', 'famiglie'],
    members: [{ personId: ana.id, role: 'representative', isMe: true }],
  })
  for (const stranger of [guest, await world.person(), await official(world, '16')])
    await expect(showOrganisation(world.ground, stranger, { organisationId })).rejects.toMatchObject({
      kind: 'unseen',
    })
  expect((await myOrganisations(world.ground, ana, {})).organisations).toMatchObject([{ id: organisationId }])
})

test('a name that is already in the region is registered only when confirmed, however it is written', async () => {
  const world = await aWorld()
  const name = `Città Amica ${randomUUID().slice(0, 8)}`
  const ana = await world.person()
  await registerOrganisation(world.ground, ana, { ...facts(name), languages: [] })
  const again = { ...facts(name.toUpperCase().replace('À', 'A')), languages: [] }
  await expect(registerOrganisation(world.ground, ana, again)).rejects.toMatchObject({
    fields: { name: { reason: 'organisation-exists' } },
  })
  await registerOrganisation(world.ground, ana, { ...again, territoryCode: '16' })
  await registerOrganisation(world.ground, ana, { ...again, confirmed: 'yes' })
})

test('a registration sent forty times is one organisation', async () => {
  const world = await aWorld()
  const ana = await world.person()
  const asked = { ...facts(), languages: [], clientId: randomUUID() }
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => registerOrganisation(world.ground, ana, asked)),
  )
  expect(new Set(answers.map((answer) => answer.organisationId)).size).toBe(1)
})

test('forty people registering one name at once warn each other: one gets through', async () => {
  const world = await aWorld()
  const ana = await world.person()
  const asked = { ...facts(), languages: [] }
  const answers = await Promise.allSettled(
    Array.from({ length: 40 }, () => registerOrganisation(world.ground, ana, asked)),
  )
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
})

test('a place that does not exist, an unknown kind and a guest are refused', async () => {
  const { ground, person } = await aWorld()
  const ana = await person()
  await expect(
    registerOrganisation(ground, ana, { ...facts(), languages: [], territoryCode: '999999' }),
  ).rejects.toMatchObject({ fields: { territoryCode: { reason: 'not-in-list' } } })
  await expect(
    registerOrganisation(ground, ana, { ...facts(), kind: 'party' } as never),
  ).rejects.toMatchObject({ fields: { kind: { reason: 'not-in-list' } } })
  await expect(registerOrganisation(ground, guest, { ...facts(), languages: [] })).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
})

test('an official of the region verifies, and then anyone finds the organisation', async () => {
  const world = await aWorld()
  const ana = await world.person()
  const name = `Àncora ${randomUUID().slice(0, 8)}`
  const { organisationId } = await registerOrganisation(world.ground, ana, { ...facts(name), languages: [] })
  const find = () => listOrganisations(world.ground, guest, { name: name.toLowerCase().replace('à', 'a') })
  expect((await find()).organisations).toEqual([])
  const here = await official(world)
  const queue = await organisationsToVerify(world.ground, here, {})
  expect(queue.organisations.every((each) => each.region === 'Sicilia')).toBe(true)
  await verifyOrganisation(world.ground, here, { organisationId })
  expect((await find()).organisations).toMatchObject([{ id: organisationId, name }])
  const seen = await showOrganisation(world.ground, guest, { organisationId })
  expect(seen).toMatchObject({ state: 'verified', members: null })
  await expect(verifyOrganisation(world.ground, here, { organisationId })).rejects.toMatchObject({
    reason: 'organisation-already-verified',
  })
})

test('only officials of that region and coordinators decide; for others a pending one is absent', async () => {
  const world = await aWorld()
  const { id: organisationId, representative } = await world.organisation({ state: 'pending' })
  await expect(
    verifyOrganisation(world.ground, await official(world, '16'), { organisationId }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  await expect(verifyOrganisation(world.ground, representative, { organisationId })).rejects.toMatchObject({
    reason: 'only-for-officials',
  })
  await expect(organisationsToVerify(world.ground, representative, {})).rejects.toMatchObject({
    reason: 'only-for-officials',
  })
  await verifyOrganisation(world.ground, await world.person({ roles: ['coordinator'] }), { organisationId })
})

test('a rejection has a reason that only members and officials read; after an edit it waits again', async () => {
  const world = await aWorld()
  const { id: organisationId, representative } = await world.organisation({ state: 'pending' })
  const here = await official(world)
  await expect(
    rejectOrganisation(world.ground, here, { organisationId, reason: 'no' }),
  ).rejects.toMatchObject({ fields: { reason: { reason: 'too-short' } } })
  const reason = 'Il numero di registro non corrisponde.'
  await rejectOrganisation(world.ground, here, { organisationId, reason })
  expect(await showOrganisation(world.ground, representative, { organisationId })).toMatchObject({
    state: 'rejected',
    stateReason: reason,
  })
  await expect(showOrganisation(world.ground, guest, { organisationId })).rejects.toMatchObject({
    kind: 'unseen',
  })
  await editOrganisation(world.ground, representative, { organisationId, ...facts(), languages: [] })
  expect(await showOrganisation(world.ground, representative, { organisationId })).toMatchObject({
    state: 'pending',
    stateReason: null,
  })
})

test('what an official checked stays; languages may still change; others cannot edit', async () => {
  const world = await aWorld()
  const { id: organisationId, representative } = await world.organisation({ name: 'Porto franco' })
  const same = {
    organisationId,
    name: 'Porto franco',
    kind: 'association' as const,
    territoryCode: '19',
    languages: ['ar' as const],
    communities: [],
  }
  await expect(
    editOrganisation(world.ground, representative, { ...same, name: 'Regione Siciliana' }),
  ).rejects.toMatchObject({ fields: { name: { reason: 'fixed-once-verified' } } })
  await editOrganisation(world.ground, representative, same)
  expect(await showOrganisation(world.ground, guest, { organisationId })).toMatchObject({
    state: 'verified',
    languages: ['ar'],
  })
  await expect(editOrganisation(world.ground, await world.person(), same)).rejects.toMatchObject({
    reason: 'only-for-representatives',
  })
})

test('the list of organisations goes on where the page before ended', async () => {
  const world = await aWorld()
  const mark = randomUUID().slice(0, 8)
  const representative = await world.person()
  for (let index = 0; index < 23; index += 1)
    await world.organisation({ name: `${mark} ${String(index).padStart(2, '0')}`, representative })
  const first = await listOrganisations(world.ground, guest, { name: mark })
  expect(first.organisations).toHaveLength(20)
  const second = await listOrganisations(world.ground, guest, { name: mark, after: first.older ?? '' })
  expect(second.organisations.map((each) => each.name)).toEqual([`${mark} 20`, `${mark} 21`, `${mark} 22`])
  expect(second.older).toBeNull()
})

test('a verification taken back ends its seats: they neither vote nor sit, while its page stays for what leads to it', async () => {
  const world = await aWorld()
  const { ground } = world
  const { id: ballotId, consultation, seats } = await aBallot(world, { seats: 2 })
  const [seat] = seats
  if (!seat) throw new Error('no seat')
  const { organisationId } = seat
  const vote = { ballotId, unit: 'seat' as const, seatId: seat.id, choice: 'for' as const }
  await castVote(ground, seat.holder, vote)
  const here = await official(world)
  // As it was verified through the act, and not by the world.
  await ground.db
    .updateTable('organisations')
    .set({ state: 'pending' })
    .where('id', '=', organisationId)
    .execute()
  await verifyOrganisation(ground, here, { organisationId })
  await rejectOrganisation(ground, here, { organisationId, reason: 'Non è quella che diceva.' })

  await expect(castVote(ground, seat.alternate, { ...vote, choice: 'against' })).rejects.toMatchObject({
    reason: 'not-your-seat',
  })
  const { seats: ofToday } = await showTable(ground, guest, { tableId: consultation.table.id })
  const sitting = ofToday.filter(({ endedAt }) => endedAt === null)
  expect(sitting.map((each) => each.id)).toEqual([seats[1]?.id])
  // On the day itself it is still read who sat until then.
  expect(ofToday.find((each) => each.id === seat.id)).toMatchObject({ holder: null, before: [{}, {}] })
  expect(await showOrganisation(ground, guest, { organisationId })).toMatchObject({
    state: 'rejected',
    stateReason: null,
    seats: [],
  })
  expect((await listNeeds(ground, guest, { organisation: organisationId })).asked.organisation).not.toBeNull()
})

test('the name of an organisation that was never verified is told by no list', async () => {
  const world = await aWorld()
  const { id: organisation } = await world.organisation({ state: 'pending' })
  expect((await listNeeds(world.ground, guest, { organisation })).asked.organisation).toBeNull()
})
