import { chromium, type Browser } from '@playwright/test'
import { chromiumSwitches, installedChromium } from '#tests/support/chromium.ts'
import { figure, median, say, type Figure } from './figures.ts'
import { sessionsOf } from './people.ts'
import { populate } from './population.ts'
import { startPlatform } from './processes.ts'
import { asked, scratchDatabase } from './scratch.ts'
import { slowLine } from './slow-line.ts'
import { atTheEnd } from './tidy.ts'
import { aPhone, bareVisit, twice, type Visit } from './visits.ts'

const times = 3

/** What a visit costs the person who makes it: bytes, requests, and how soon and how steadily the page is there. */
export async function measure(url: string): Promise<Figure[]> {
  const database = await scratchDatabase(url, 'weight')
  say('filling the database')
  const place = await populate(database, 1_000)
  const [cookie = ''] = await asked(database, (client) => sessionsOf(client, [place.personId]))
  const { port } = await startPlatform(database)
  const briefId = await publishedBrief(database, port, place.consultationId)
  const browser = await chromium.launch({
    ...(installedChromium ? { executablePath: installedChromium } : {}),
    args: chromiumSwitches,
  })
  atTheEnd(() => browser.close())
  const origin = `http://localhost:${port}`
  // The browser's own beginning is no page's.
  await twice(browser, origin, '/', undefined)
  const icon = await bytesOf(`${origin}/favicon.svg`)

  const screens = [
    { name: 'home', path: '/', isLive: false, signedIn: false },
    {
      name: 'list of needs',
      path: `/needs?consultation=${place.consultationId}`,
      isLive: false,
      signedIn: false,
    },
    { name: 'need', path: `/needs/${place.needId}`, isLive: false, signedIn: false },
    { name: 'brief', path: `/briefs/${briefId}`, isLive: false, signedIn: false },
    { name: 'room', path: `/rooms/${place.roomId}`, isLive: true, signedIn: true },
  ]
  const figures: Figure[] = []
  for (const { name, path, isLive, signedIn } of screens) {
    const visits: { first: Visit; second: Visit }[] = []
    const bare: Visit[] = []
    for (let n = 0; n < times; n++) {
      visits.push(await twice(browser, origin, path, signedIn ? cookie : undefined))
      bare.push(await bareVisit(browser, origin, path, signedIn ? cookie : undefined))
    }
    const of = (which: 'first' | 'second', what: Exclude<keyof Visit, 'hasIcon'>) =>
      median(visits.map((visit) => visit[which][what]))
    const kilobytes = (which: 'first' | 'second', what: 'bytes' | 'script') => of(which, what) / 1024
    // A browser without windows asks for no icon; a phone does, once.
    const iconIsMissing = !visits.some(({ first }) => first.hasIcon)
    const firstBytes = kilobytes('first', 'bytes') + (iconIsMissing ? icon / 1024 : 0)
    say(`${name}: ${JSON.stringify(visits[0])}`)
    figures.push(
      figure(`${name}: first visit`, firstBytes, 'KB', { aim: isLive ? '<= 165' : '<= 40' }),
      figure(`${name}: script at first visit`, kilobytes('first', 'script'), 'KB', {
        aim: isLive ? '<= 120' : '= 0',
      }),
      figure(`${name}: requests at first visit`, of('first', 'requests'), 'requests'),
      figure(`${name}: second visit`, kilobytes('second', 'bytes'), 'KB', isLive ? {} : { aim: '<= 12' }),
      figure(`${name}: requests at second visit`, of('second', 'requests'), 'requests'),
      figure(`${name}: largest contentful paint`, of('first', 'lcp'), 'ms'),
      figure(`${name}: total blocking time`, of('first', 'tbt'), 'ms', {
        aim: isLive ? '< 80' : '= 0',
        baseline: median(bare.map(({ tbt }) => tbt)),
      }),
      figure(`${name}: layout shift`, of('first', 'cls'), '', { aim: '< 0.01' }),
    )
  }
  figures.push(
    figure(
      'room: usable on 32 kbit/s and 600 ms',
      await usableAfter(browser, origin, `/rooms/${place.roomId}`, cookie),
      'ms',
      { aim: '< 5000' },
    ),
  )
  return figures
}

/** How soon a room can be read and written in on a slow line, by a phone that has nothing of it. */
async function usableAfter(browser: Browser, origin: string, path: string, cookie: string): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const context = await aPhone(browser, origin, cookie)
    const page = await context.newPage()
    await slowLine(page)
    const began = performance.now()
    void page.goto(origin + path, { timeout: 120_000 }).catch(() => {})
    for (const part of ['.message-text', '#text'])
      await page.locator(part).first().waitFor({ state: 'visible', timeout: 60_000 })
    taken.push(performance.now() - began)
    await context.close()
  }
  return median(taken)
}

/** The chair publishes a brief, through the door that everybody uses. */
async function publishedBrief(database: string, port: number, consultationId: string): Promise<string> {
  const [cookie = ''] = await asked(database, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select opened_by as id from consultations where id = $1',
      [consultationId],
    )
    return sessionsOf(
      client,
      rows.map(({ id }) => id),
    )
  })
  const response = await fetch(`http://localhost:${port}/api/v1/briefs/publish-brief`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({
      consultationId,
      nextSteps: 'Il tavolo si riunisce fra un mese e la Regione risponde per scritto.',
      clientId: crypto.randomUUID(),
    }),
  })
  const { answer } = (await response.json()) as { answer?: { id: string } }
  if (!answer) throw new Error(`No brief was published: ${response.status}`)
  return answer.id
}

/** What one answer weighs, its headers with it. */
async function bytesOf(address: string): Promise<number> {
  const response = await fetch(address)
  const headers = [...response.headers].reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    0,
  )
  return headers + Number(response.headers.get('content-length') ?? (await response.arrayBuffer()).byteLength)
}
