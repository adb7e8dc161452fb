import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#db/root.ts'
import { projectBuilt } from '#tests/support/built.ts'
import { placesOfMutants } from './mutants.ts'

test('each mutant still finds its one place in the built process', async () => {
  await projectBuilt()
  const places = placesOfMutants(join(projectRoot(), 'build/process'))
  expect(Object.keys(places)).toHaveLength(5)
  for (const [what, count] of Object.entries(places)) expect(count, what).toBe(1)
}, 120_000)
