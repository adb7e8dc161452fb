import { expect, test } from 'vitest'
import { showTerritory } from '#server/territories/index.ts'
import { aGround } from '#tests/support/ground.ts'
import { guest } from '#tests/support/world.ts'

test('a municipality is shown with its region and its province, the widest first', async () => {
  const lampedusa = await showTerritory(await aGround(), guest, { code: '084020' })
  expect(lampedusa).toMatchObject({ code: '084020', level: 'municipality', name: 'Lampedusa e Linosa' })
  expect(lampedusa.parents).toEqual([
    { code: '19', level: 'region', name: 'Sicilia' },
    { code: '084', level: 'province', name: 'Agrigento' },
  ])
  expect(lampedusa.latitude).toBeCloseTo(35.5, 1)
})

test('a region lies in nothing', async () => {
  const puglia = await showTerritory(await aGround(), guest, { code: '16' })
  expect(puglia).toMatchObject({ name: 'Puglia', parents: [] })
})

test('a code that does not exist is unseen', async () => {
  const asked = showTerritory(await aGround(), guest, { code: '999999' })
  await expect(asked).rejects.toMatchObject({ kind: 'unseen', reason: 'territory' })
})

test('a field that nobody asked for is refused', async () => {
  const asked = showTerritory(await aGround(), guest, { code: '16', level: 'region' })
  await expect(asked).rejects.toMatchObject({
    kind: 'invalid',
    fields: { level: { reason: 'unknown-field' } },
  })
})
