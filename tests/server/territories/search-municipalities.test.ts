import { expect, test } from 'vitest'
import { searchMunicipalities } from '#server/territories/index.ts'
import { municipalitiesFound } from '#server/territories/words.ts'
import { aGround } from '#tests/support/ground.ts'
import { guest } from '#tests/support/world.ts'

test('accents, capitals and the kind of apostrophe do not matter', async () => {
  for (const name of ['cefalu', 'CEFALÙ', 'Cefalù', 'cefalu`', "cefalu'", '  cefalu ']) {
    expect(await names({ name })).toEqual(['Cefalù'])
  }
  for (const name of ["l'aquila", 'L’Aquila', 'l aquila']) expect(await names({ name })).toEqual(["L'Aquila"])
})

test('the whole name comes first, then what begins so, then a later word', async () => {
  const asti = await names({ name: 'ast' })
  expect(asti[0]).toBe('Asti')
  const reggio = await names({ name: 'calabria' })
  expect(reggio).toContain('Reggio di Calabria')
  const enna = await names({ name: 'enna' })
  expect(enna[0]).toBe('Enna')
  const roma = await names({ name: 'roma' })
  expect(roma[0]).toBe('Roma')
  expect(roma.indexOf('Romagnano Sesia')).toBeLessThan(roma.findIndex((it) => it.includes(' Roma')))
})

test('the middle of a word finds nothing', async () => {
  expect(await names({ name: 'alermo' })).toEqual([])
})

test('two of the same name are told apart by province and region', async () => {
  const castro = await searchMunicipalities(await aGround(), guest, { name: 'castro' })
  expect(castro.filter((it) => it.name === 'Castro')).toEqual([
    { code: '016065', name: 'Castro', province: 'Bergamo', region: 'Lombardia' },
    { code: '075096', name: 'Castro', province: 'Lecce', region: 'Puglia' },
  ])
})

test('a search within a region or a province stays inside it', async () => {
  const inSicilia = await searchMunicipalities(await aGround(), guest, { name: 'san', within: '19' })
  expect(new Set(inSicilia.map((it) => it.region))).toEqual(new Set(['Sicilia']))
  const inRagusa = await searchMunicipalities(await aGround(), guest, { name: 'santa', within: '088' })
  expect(inRagusa.map((it) => it.name)).toEqual(['Santa Croce Camerina'])
  expect(await names({ name: 'san', within: '99' })).toEqual([])
})

test('at most twenty are answered', async () => {
  expect(await names({ name: 'san' })).toHaveLength(municipalitiesFound)
})

test('signs that mean something to a database are only letters here', async () => {
  for (const name of ['%%', '__', "' or 1=1 --", '\\\\', '.*']) expect(await names({ name })).toEqual([])
  for (const name of ["''", '//', '--']) expect(await names({ name })).toEqual([])
})

test('one letter is too short and a very long name too long', async () => {
  const ground = await aGround()
  await expect(searchMunicipalities(ground, guest, { name: 'p' })).rejects.toMatchObject({
    fields: { name: { reason: 'too-short' } },
  })
  await expect(searchMunicipalities(ground, guest, { name: 'p'.repeat(61) })).rejects.toMatchObject({
    fields: { name: { reason: 'too-long' } },
  })
})

test('forty at once all get the same answer', async () => {
  const ground = await aGround()
  const asked = Array.from({ length: 40 }, () => searchMunicipalities(ground, guest, { name: 'forli' }))
  for (const answer of await Promise.all(asked)) {
    expect(answer.map((it) => it.name)).toEqual(['Forlì', 'Forlì del Sannio', 'Forlimpopoli'])
  }
})

async function names(asked: { name: string; within?: string }): Promise<string[]> {
  return (await searchMunicipalities(await aGround(), guest, asked)).map((it) => it.name)
}
