import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import type { ServerBuild } from '@remix-run/node'
import { projectRoot } from '#db/root.ts'
import { openMetrics } from '#server/edge/metrics.ts'
import type { Settings } from '#server/env.ts'
import { openHttp } from '#server/http.ts'
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

/** The screens as they are served in production, built when a source is newer; one worker builds, the other waits. */
export async function screensBuilt(): Promise<ServerBuild> {
  const root = projectRoot()
  const lock = join(root, 'node_modules/.cache/tavolo-building')
  mkdirSync(join(lock, '..'), { recursive: true })
  while (!taken(lock)) await wait(300)
  // The configuration leaves Remix out where it sees Vitest.
  const { VITEST: _, ...forBuilding } = process.env
  try {
    execFileSync('node_modules/.bin/tsx', ['server/build.ts', '--if-stale'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: forBuilding,
    })
  } finally {
    rmdirSync(lock)
  }
  return (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as ServerBuild
}

function taken(lock: string): boolean {
  // A lock left by a worker that was killed would stop every later run.
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 120_000) rmdirSync(lock)
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}
