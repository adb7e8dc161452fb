import { demoDatabase, filledIn } from './demo-database.ts'
import { freePort, ready, start, stopped } from './node.ts'

/** Fills one demo for all journeys to copy: filling it takes the longest of all that each needs before it begins. */
export default async function fillOnce(): Promise<() => Promise<void>> {
  const { name, environment, remove } = await demoDatabase('filled')
  try {
    await fill(environment)
  } catch (error) {
    await remove()
    throw error
  }
  process.env[filledIn] = name
  return remove
}

async function fill(environment: Record<string, string>): Promise<void> {
  const port = await freePort()
  const node = start(port, environment)
  try {
    await ready(`http://localhost:${port}`, 180_000)
  } finally {
    // Nothing may be connected to what is copied.
    await stopped(node)
  }
}
