import { expect } from 'vitest'
import { forgetOld } from '#server/jobs/forget-old.ts'
import { aWorld, type World } from './world.ts'

// Long before what other tests write, so that nothing of theirs is old.
const now = new Date('2021-06-15T10:00:00Z')
export const ago = (days: number, seconds = 0) => new Date(now.getTime() - days * 86_400_000 + seconds * 1000)

export async function aWorldInThePast() {
  const world = await aWorld()
  world.ground.setNow(now)
  return world
}

/** Of the rows with these marks, those are left that are to be kept, however often everything old is forgotten. */
export async function expectKept(
  world: World,
  rows: Record<string, boolean>,
  stillThere: () => Promise<string[]>,
) {
  const wanted = Object.keys(rows).filter((mark) => rows[mark])
  await forgetOld(world.ground)
  expect((await stillThere()).toSorted()).toEqual(wanted.toSorted())
  // Doing it again does nothing more.
  await forgetOld(world.ground)
  expect((await stillThere()).toSorted()).toEqual(wanted.toSorted())
}
