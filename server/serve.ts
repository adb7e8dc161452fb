import { createServer, type Server } from 'node:http'
import type { RequestHandler } from 'express'
import type { ServerBuild } from '@remix-run/node'
import { openMetrics } from './edge/metrics.ts'
import { settingsFrom, type Settings } from './env.ts'
import { openHttp } from './http.ts'
import { startJobs } from './jobs/index.ts'
import { openLive } from './live.ts'
import { openGround } from './open-ground.ts'

/** Where the screens come from: the build in production, Vite in development. */
export type Screens = { build: ServerBuild | (() => Promise<ServerBuild>); assets?: RequestHandler }

/** Opens the ground, listens, and stops without dropping anybody's request. */
export async function serve(
  screensOn: (server: Server, settings: Settings) => Promise<Screens>,
): Promise<void> {
  const settings = settingsFrom(process.env)
  const server = createServer()
  // The screens are read while the database answers.
  const [{ ground, doorbell, redis, close }, { build, assets }] = await Promise.all([
    openGround(settings),
    screensOn(server, settings),
  ])
  const state = { stopping: false }
  const metrics = openMetrics()
  // Imported only where it is wanted: the demo's texts are as large as all of the server.
  if (settings.demo) await (await import('./demo/index.ts')).showDemo(ground)

  server.on('request', openHttp({ ground, metrics, redis, state, build, ...(assets ? { assets } : {}) }))
  const live = openLive({ ground, doorbell, metrics, server })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, settings.host, resolve)
  })
  ground.log.info({ url: settings.publicUrl.origin }, 'listening')
  const jobs = startJobs(ground, doorbell, (seconds) => metrics.queue.set(seconds))

  const stop = async () => {
    if (state.stopping) return
    state.stopping = true
    setTimeout(() => process.exit(1), 10_000).unref()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    // One that was at work when the node was told to stop falls idle later.
    const closing = setInterval(() => server.closeIdleConnections(), 100)
    await live.close()
    await closed
    clearInterval(closing)
    await jobs.stop()
    await close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  // Node would print all that the error has, also the row of a person that the database quoted.
  process.on('uncaughtException', (error) => {
    ground.log.fatal({ error }, 'a defect ended this node')
    ground.log.flush(() => process.exit(1))
  })
}

/** Says why a process could not start, in words, and ends it. */
export function cannotStart(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
