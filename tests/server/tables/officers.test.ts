import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  appointOfficer,
  endOfficer,
  foundTable,
  listTables,
  showOfficers,
  showTable,
} from '#server/tables/index.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('a coordinator founds a table of a territory or of none; others do not', async () => {
  const { ground, person } = await aWorld()
  const coordinator = await person({ roles: ['coordinator'] })
  const nameIt = `Tavolo ${randomUUID().slice(0, 8)}`
  const { tableId } = await foundTable(ground, coordinator, {
    nameIt,
    nameAr: 'طاولة',
    // Where no other test has its tables: the list holds so many and no more.
    territoryCode: '084001',
  })
  const { tables } = await listTables(ground, { ...guest, language: 'ar' }, { territory: '084001' })
  expect(tables.find((table) => table.id === tableId)).toMatchObject({
    name: { text: 'طاولة', language: 'ar' },
    region: 'Sicilia',
    territory: 'Agrigento',
    seats: [],
  })
  const { tableId: interregional } = await foundTable(ground, coordinator, { nameIt })
  expect(await showTable(ground, { ...guest, language: 'fr' }, { tableId: interregional })).toMatchObject({
    name: { text: nameIt, language: 'it' },
    territory: null,
  })
  await expect(foundTable(ground, await person(), { nameIt })).rejects.toMatchObject({
    reason: 'only-for-coordinators',
  })
  await expect(foundTable(ground, coordinator, { nameIt, territoryCode: '99' })).rejects.toMatchObject({
    fields: { territoryCode: { reason: 'not-in-list' } },
  })
})

test('a table founded forty times with one sender’s id is one table', async () => {
  const { ground, person } = await aWorld()
  const coordinator = await person({ roles: ['coordinator'] })
  const asked = { nameIt: 'Tavolo ripetuto', clientId: randomUUID() }
  const founded = await Promise.all(Array.from({ length: 40 }, () => foundTable(ground, coordinator, asked)))
  expect(new Set(founded.map((each) => each.tableId)).size).toBe(1)
})

test('a coordinator names the chair, and there is one at a time even when forty are named at once', async () => {
  const { ground, person } = await aWorld()
  const coordinator = await person({ roles: ['coordinator'] })
  const { tableId } = await foundTable(ground, coordinator, { nameIt: 'Tavolo senza presidente' })
  const people = await Promise.all(Array.from({ length: 40 }, () => person()))
  const named = await Promise.allSettled(
    people.map(({ email }) => appointOfficer(ground, coordinator, { tableId, email, office: 'chair' })),
  )
  expect(named.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect((await showTable(ground, guest, { tableId })).officers).toMatchObject([{ office: 'chair' }])
})

test('a chair names secretary and moderators but no chair, and an office named twice is one', async () => {
  const { ground, table, person } = await aWorld()
  const { id: tableId, chair, secretary } = await table()
  const { email, id: personId } = await person({ name: 'Mediatrice' })
  const asked = { tableId, email, office: 'moderator' as const }
  await Promise.all(Array.from({ length: 40 }, () => appointOfficer(ground, chair, asked)))
  const moderators = (await showOfficers(ground, chair, { tableId })).officers.filter(
    (officer) => officer.personId === personId,
  )
  expect(moderators).toHaveLength(1)
  await expect(appointOfficer(ground, chair, { ...asked, office: 'chair' })).rejects.toMatchObject({
    reason: 'office-not-yours-to-give',
  })
  for (const actor of [secretary, await person()])
    await expect(appointOfficer(ground, actor, asked)).rejects.toMatchObject({ kind: 'forbidden' })
  await endOfficer(ground, chair, { tableId, personId, office: 'moderator' })
  await expect(endOfficer(ground, chair, { tableId, personId, office: 'moderator' })).rejects.toMatchObject({
    kind: 'unseen',
  })
  await appointOfficer(ground, chair, asked)
})

test('an ended office closes the members-only consultations of the table', async () => {
  const { ground, consultation } = await aWorld()
  const { id, roomId, table } = await consultation({ visibility: 'members' })
  await endOfficer(ground, table.chair, {
    tableId: table.id,
    personId: table.moderator.id,
    office: 'moderator',
  })
  expect(ground.told.map((grown) => grown.streamId)).toEqual([id, roomId])
})

test('the table’s page lists only the consultations this person may see', async () => {
  const { ground, consultation, table, person } = await aWorld()
  const its = await table()
  const open = await consultation({ table: its })
  const closed = await consultation({ table: its, visibility: 'members' })
  const seen = async (actor: Parameters<typeof showTable>[1]) =>
    (await showTable(ground, actor, { tableId: its.id })).consultations.map((each) => each.id)
  expect(await seen(guest)).toEqual([open.id])
  expect(await seen(await person({ roles: ['coordinator'] }))).toEqual([open.id])
  expect((await seen(its.chair)).toSorted()).toEqual([open.id, closed.id].toSorted())
})

test('whoever is given an office is told once, at the address they will enter with', async () => {
  const { ground, table, person } = await aWorld()
  const { id: tableId, chair } = await table()
  const email = `${randomUUID()}@people.test`
  const asked = { tableId, email, office: 'secretary' as const }
  await appointOfficer(ground, chair, asked)
  await appointOfficer(ground, chair, asked)
  const [mail, ...others] = await mailsTo(ground, email)
  expect(others).toEqual([])
  expect(mail?.text).toContain('segreteria')
  expect(mail?.text).toContain('Tavolo di prova')
  expect(mail?.text).toContain(`/tables/${tableId}`)
  expect(await mailsTo(ground, (await person()).email)).toEqual([])
})

test('whoever loses an office is told, in their language; whoever gives it up knows', async () => {
  const { ground, table, person } = await aWorld()
  const { id: tableId, chair } = await table()
  const them = await person({ language: 'fr' })
  await appointOfficer(ground, chair, { tableId, email: them.email, office: 'moderator' })
  await endOfficer(ground, chair, { tableId, personId: them.id, office: 'moderator' })
  const [, ended, ...others] = await mailsTo(ground, them.email)
  expect(ended).toMatchObject({ language: 'fr', text: expect.stringContaining('à la modération') })
  expect(ended?.text).toContain('n’êtes plus')
  expect(ended?.subject).not.toContain('Tavolo di prova')
  expect(others).toEqual([])

  const coordinator = await person({ roles: ['coordinator'] })
  await appointOfficer(ground, coordinator, { tableId, email: coordinator.email, office: 'secretary' })
  const before = await mailsTo(ground, coordinator.email)
  await endOfficer(ground, coordinator, { tableId, personId: coordinator.id, office: 'secretary' })
  expect(await mailsTo(ground, coordinator.email)).toEqual(before)
})
