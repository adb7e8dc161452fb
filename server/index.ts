import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { projectRoot } from '#db/root.ts'
import { openMetrics } from './edge/metrics.ts'
import { settingsFrom } from './env.ts'
import { openHttp } from './http.ts'
import { openGround } from './open-ground.ts'

/** The process: read the settings, open the ground, listen, and stop without dropping anybody's request. */
async function start(): Promise<void> {
  const settings = settingsFrom(process.env)
  const { ground, redis, close } = await openGround(settings)
  const state = { stopping: false }
  const metrics = openMetrics()

  const build = (): Promise<ServerBuild> => import(pathToFileURL(join(projectRoot(), 'build/server/index.js')).href) as Promise<ServerBuild>
  const server = createServer(openHttp({ ground, metrics, redis, state, build: await build() }))
  await new Promise<void>((resolve) => void server.listen(settings.port, settings.host, resolve))
  ground.log.info({ url: settings.publicUrl.origin }, 'listening')

  const stop = async () => {
    if (state.stopping) return
    state.stopping = true
    const forced = setTimeout(() => process.exit(1), 10_000)
    forced.unref()
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeIdleConnections()
    })
    await close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
