import { expect, test } from 'vitest'
import { codesWithin, listTerritories } from '#server/territories/index.ts'
import { aGround } from '#tests/support/ground.ts'
import { guest } from '#tests/support/world.ts'

test('with no parent the twenty regions are listed by name', async () => {
  const regions = await listTerritories(await aGround(), guest, {})
  expect(regions).toHaveLength(20)
  expect(regions[0]).toEqual({ code: '13', level: 'region', name: 'Abruzzo' })
  expect(regions.at(-1)?.name).toBe('Veneto')
})

test('a form that leaves the parent empty asks for the regions', async () => {
  expect(await listTerritories(await aGround(), guest, { parentCode: '' })).toHaveLength(20)
})

test('a region lists its provinces and a province its municipalities, accents sorted as letters', async () => {
  const provinces = await listTerritories(await aGround(), guest, { parentCode: '19' })
  expect(provinces.map((it) => it.name)).toEqual([
    'Agrigento',
    'Caltanissetta',
    'Catania',
    'Enna',
    'Messina',
    'Palermo',
    'Ragusa',
    'Siracusa',
    'Trapani',
  ])
  const palermo = await listTerritories(await aGround(), guest, { parentCode: '082' })
  const names = palermo.map((it) => it.name)
  expect(names.indexOf('Cefalù')).toBe(names.indexOf('Cefalà Diana') + 1)
  expect(palermo.every((it) => it.level === 'municipality')).toBe(true)
})

test('a municipality has nothing inside', async () => {
  expect(await listTerritories(await aGround(), guest, { parentCode: '082053' })).toEqual([])
})

test('a code that does not exist is unseen, and what is no code is invalid', async () => {
  const ground = await aGround()
  await expect(listTerritories(ground, guest, { parentCode: '99' })).rejects.toMatchObject({
    kind: 'unseen',
  })
  for (const parentCode of ['1', '0820', '19; drop table territories', "19'", '１９']) {
    await expect(listTerritories(ground, guest, { parentCode })).rejects.toMatchObject({
      kind: 'invalid',
      fields: { parentCode: { reason: 'not-valid' } },
    })
  }
})

test('the codes within a territory are its own and those of everything inside it', async () => {
  const { db } = await aGround()
  const sicilia = await codesWithin(db, '19').execute()
  expect(sicilia).toHaveLength(1 + 9 + 391)
  expect(sicilia.map((it) => it.code)).toContain('084020')
  expect(await codesWithin(db, '084020').execute()).toEqual([{ code: '084020' }])
  expect(await codesWithin(db, '99').execute()).toEqual([])
})
