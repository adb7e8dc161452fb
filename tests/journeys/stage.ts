import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, test as base, type Page } from '@playwright/test'
import pg from 'pg'
import { projectRoot } from '#db/root.ts'
import type { Persona } from '#server/people/words.ts'

export type StageOptions = { nodes: 1 | 2 }
export type Stage = { urls: string[] }

/** A demo of its own for each project, with one process or two, as production would run it. */
export const test = base.extend<object, StageOptions & { stage: Stage }>({
  nodes: [1, { option: true, scope: 'worker' }],
  stage: [
    async ({ nodes }, use, info) => {
      const database = await aDatabase(info.project.name)
      const processes: ChildProcess[] = []
      const urls: string[] = []
      for (let node = 0; node < nodes; node += 1) {
        const port = await freePort()
        urls.push(`http://localhost:${port}`)
        processes.push(start(port, database.environment))
        // One after the other: the first fills the demo, the second finds it filled.
        await ready(urls[node] ?? '', 120_000)
      }
      await use({ urls })
      await Promise.all(processes.map(stopped))
      await database.remove()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

/** A person in a browser of their own, entered through the demo's own page. */
export async function enter(browser: Browser, url: string, persona: Persona, language = 'it'): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1100, height: 900 } })
  await context.addCookies([{ name: 'language', value: language, url }])
  const page = await context.newPage()
  await page.goto('/demo')
  await page.locator(`button[value="${persona}"]`).click()
  await page.waitForURL(/\/$/)
  return page
}

async function aDatabase(
  project: string,
): Promise<{ environment: Record<string, string>; remove(): Promise<void> }> {
  const url = process.env['TEST_DATABASE_URL']
  const redis = process.env['TEST_REDIS_URL']
  if (!url) {
    const folder = mkdtempSync(join(tmpdir(), 'tavolo-journey-'))
    return {
      environment: { DATA_DIR: folder },
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    }
  }
  const name = `tavolo_journey_${project.replaceAll('-', '_')}_${process.pid}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    environment: {
      DATABASE_URL: own.href,
      ...(redis ? { REDIS_URL: redis } : {}),
      DATA_DIR: join(tmpdir(), name),
    },
    remove: async () => {
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}

function start(port: number, environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['build/process/index.js'], {
    cwd: projectRoot(),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DEMO: '1',
      LOG_LEVEL: 'error',
      PORT: String(port),
      SESSION_SECRET: 'a secret that only the journeys know, long enough',
      ...environment,
    },
  })
}

async function ready(url: string, within: number): Promise<void> {
  const until = Date.now() + within
  while (Date.now() < until) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await wait(200)
  }
  throw new Error(`${url} was not ready within ${within} ms`)
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
