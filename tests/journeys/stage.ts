import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, test as base, type Page } from '@playwright/test'
import pg from 'pg'
import { type Database, openDatabase } from '#db/database.ts'
import { projectRoot } from '#db/root.ts'
import type { Persona } from '#server/people/words.ts'

const { JOURNEYS: length = '' } = process.env
/** In CI on a machine too slow for the short ones: the mission and the meeting on two nodes, and no script of anybody's. */
export const isShortest = length === 'shortest'
/** In CI, where everything must fit into its time. */
export const isShort = isShortest || length === 'short'

export type StageOptions = { nodes: 1 | 2 }
export type Stage = {
  urls: string[]
  /** One for each node, as a balancer stands before them: it leads to that node while it lives, then to another. */
  entrances: string[]
  /** Ends a node without a word, as a machine that dies does. */
  kill: (node: number) => Promise<void>
  revive: (node: number) => Promise<void>
  /** Stops the only node, lets what it remembers be changed behind its back, and starts it again. */
  changed: <Told>(change: (db: Database) => Promise<Told>) => Promise<Told>
  /** Breaks the line of everybody who came in by an entrance, and lets nobody in by it until it is mended. */
  cut: (entrance: number) => void
  mend: (entrance: number) => void
  /** Lets so many days pass over what happened so far in a meeting. */
  age: (meetingId: string, days: number) => Promise<void>
}

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
      const entrances = await Promise.all(urls.map((_, first) => entranceTo(urls, first)))
      await use({
        urls,
        entrances: entrances.map(({ url }) => url),
        kill: (node) => killed(processes[node]),
        revive: async (node) => {
          processes[node] = start(Number(new URL(urls[node] ?? '').port), database.environment)
          await ready(urls[node] ?? '', 60_000)
        },
        changed: async (change) => {
          const { DATABASE_URL: url, DATA_DIR: folder = '' } = database.environment
          await Promise.all(processes.map(stopped))
          const { db, close } = await openDatabase({ url, folder })
          const told = await change(db)
          await close()
          processes[0] = start(Number(new URL(urls[0] ?? '').port), database.environment)
          await ready(urls[0] ?? '', 60_000)
          return told
        },
        cut: (entrance) => entrances[entrance]?.cut(true),
        mend: (entrance) => entrances[entrance]?.cut(false),
        age: database.age,
      })
      for (const { close } of entrances) close()
      await Promise.all(processes.map(stopped))
      await database.remove()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

/** A guest in a browser of their own. */
export async function visit(browser: Browser, url: string, language: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1100, height: 900 } })
  await context.addCookies([{ name: 'language', value: language, url }])
  return context.newPage()
}

const entered = new Set<string>()

/** A person in a browser of their own, entered through the demo's own page; once it let them in, by its form alone. */
export async function enter(browser: Browser, url: string, persona: Persona, language = 'it'): Promise<Page> {
  const page = await visit(browser, url, language)
  if (entered.has(url + persona)) {
    const answer = await page.request.post('/demo/sign-in', { form: { persona } })
    if (!answer.ok()) throw new Error(`The demo did not let the ${persona} in: ${answer.status()}`)
    await page.goto('/')
    return page
  }
  await page.goto('/demo')
  await page.locator(`button[value="${persona}"]`).click()
  await page.waitForURL(/\/$/)
  entered.add(url + persona)
  return page
}

async function aDatabase(
  project: string,
): Promise<{ environment: Record<string, string>; remove(): Promise<void>; age: Stage['age'] }> {
  const url = process.env['TEST_DATABASE_URL']
  const redis = process.env['TEST_REDIS_URL']
  if (!url) {
    const folder = mkdtempSync(join(tmpdir(), 'tavolo-journey-'))
    return {
      environment: { DATA_DIR: folder },
      remove: async () => rmSync(folder, { recursive: true, force: true }),
      age: () => Promise.reject(new Error('The embedded database is open to its own process only')),
    }
  }
  const name = `tavolo_journey_${project.replaceAll('-', '_')}_${process.pid}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  await admin.query(`alter database ${name} set synchronous_commit = off`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    environment: {
      DATABASE_URL: own.href,
      ...(redis ? { REDIS_URL: redis } : {}),
      DATA_DIR: join(tmpdir(), name),
    },
    age: async (meetingId, days) => {
      const client = new pg.Client({ connectionString: own.href })
      await client.connect()
      await client.query(
        `update meetings set closed_at = closed_at - make_interval(days => $2), opened_at = opened_at - make_interval(days => $2) where id = $1`,
        [meetingId, days],
      )
      await client.end()
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

async function killed(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

/** Passes connections on, to the first node that takes them. */
async function entranceTo(
  urls: string[],
  first: number,
): Promise<{ url: string; cut: (isCut: boolean) => void; close: () => void }> {
  const ports = urls.map((_, index) => Number(new URL(urls[(first + index) % urls.length] ?? '').port))
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer((client) => {
    if (isCut) return void client.destroy()
    open.add(client)
    client.on('error', () => client.destroy())
    client.once('close', () => open.delete(client))
    const lead = (tries: number) => {
      const port = ports[tries]
      if (port === undefined) return void client.destroy()
      const node = connect(port, '127.0.0.1')
      let isThrough = false
      node.once('connect', () => {
        isThrough = true
        client.pipe(node).pipe(client)
      })
      node.on('error', () => (isThrough ? client.destroy() : lead(tries + 1)))
      node.once('close', () => isThrough && client.destroy())
    }
    lead(0)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const leave = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://localhost:${port}`,
    cut: (given) => {
      isCut = given
      if (isCut) leave()
    },
    close: () => {
      leave()
      server.close()
    },
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
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
