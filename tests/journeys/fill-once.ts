import { demoDatabase, filledIn } from './demo-database.ts'
import { freePort, ready, start, stopped } from './node.ts'

/** Fills one demo for all journeys to copy: each filling its own took a tenth of the time that all of them take. */
export default async function fillOnce(): Promise<() => Promise<void>> {
  const { name, environment, remove } = await demoDatabase('filled')
  const port = await freePort()
  const node = start(port, environment)
  try {
    await ready(`http://localhost:${port}`, 180_000)
  } finally {
    // Nothing may be connected to what is copied.
    await stopped(node)
  }
  process.env[filledIn] = name
  return remove
}
