import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openMetrics } from '#server/edge/metrics.ts'
import type { Settings } from '#server/env.ts'
import { openHttp } from '#server/http.ts'
import { screensBuilt } from './built.ts'
import { aGround, type TestGround } from './ground.ts'

export type Served = {
  url: string
  ground: TestGround
  /** The Cookie header of a person made by the world. */
  cookieOf(person: { token: string }): string
  close(): Promise<void>
}

/** The whole HTTP edge on a port of its own, with the real screens when asked for. */
export async function served(
  given: { screens?: boolean; ground?: TestGround; settings?: Partial<Settings> } = {},
): Promise<Served> {
  const ground = given.ground ?? (await aGround(given.settings ? { settings: given.settings } : {}))
  const build = given.screens ? await screensBuilt() : undefined
  const web = openHttp({
    ground,
    metrics: openMetrics(),
    redis: undefined,
    state: { stopping: false },
    ...(build ? { build } : {}),
  })
  const server = createServer(web)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    ground,
    cookieOf: (person) => `__Host-tavolo=${person.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
