import type { ChildProcess } from 'node:child_process'
import { type Browser, test as base, type Page } from '@playwright/test'
import { type Database, openDatabase } from '#db/database.ts'
import type { Persona } from '#server/people/words.ts'
import { demoDatabase, type DemoDatabase } from './demo-database.ts'
import { entranceTo } from './entrance.ts'
import { freePort, killed, ready, start, stopped } from './node.ts'

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
  age: DemoDatabase['age']
}

/** A demo of its own for each project, with one process or two, as production would run it. */
export const test = base.extend<object, StageOptions & { stage: Stage }>({
  nodes: [1, { option: true, scope: 'worker' }],
  stage: [
    async ({ nodes }, use, info) => {
      const database = await demoDatabase(info.project.name)
      const processes: ChildProcess[] = []
      const urls: string[] = []
      for (let node = 0; node < nodes; node += 1) {
        const port = await freePort()
        urls.push(`http://localhost:${port}`)
        processes.push(start(port, database.environment))
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
