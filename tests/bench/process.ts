import { figure, median, say, type Figure } from './figures.ts'
import { ask, press } from './load/http.ts'
import { sessionsOf } from './people.ts'
import { populate } from './population.ts'
import { buildProject, memoryOf, pause, startBare, startPlatform, type Running } from './processes.ts'
import { asked, scratchDatabase } from './scratch.ts'

const starts = 7

/** How soon a process shows its first page, and how much memory it holds: idle, and with 32 connections at work. */
export async function measure(url: string): Promise<Figure[]> {
  buildProject()
  const database = await scratchDatabase(url, 'process')
  say('filling the database')
  const place = await populate(database, 1_000)
  const [cookie = ''] = await asked(database, (client) => sessionsOf(client, [place.personId]))

  const ours: number[] = []
  const bare: number[] = []
  for (let n = 0; n < starts; n++) {
    bare.push(await firstPage(() => startBare('remix.tsx', { DATABASE_URL: database })))
    ours.push(await firstPage(() => startPlatform(database)))
    say(`start ${n + 1}: bare ${bare.at(-1)?.toFixed(0)} ms, ours ${ours.at(-1)?.toFixed(0)} ms`)
  }

  const platform = await startPlatform(database)
  await pause(5_000)
  const idle = memoryOf(platform.pid)
  let busiest = idle
  const watch = setInterval(() => (busiest = Math.max(busiest, memoryOf(platform.pid))), 100)
  const paths = [
    `/needs?consultation=${place.consultationId}`,
    `/needs/${place.needId}`,
    `/rooms/${place.roomId}`,
    '/',
  ]
  const { requests, errors, statuses } = await press({
    port: platform.port,
    connections: 32,
    seconds: 20,
    request: (n) => ask(paths[n % paths.length] ?? '/', n % 8 < 4 ? { cookie } : {}),
  })
  clearInterval(watch)
  say(`${requests} pages at 32 connections, ${JSON.stringify(statuses)}`)
  await platform.stop()

  return [
    figure('cold start to the first page', median(ours), 'ms', {
      baseline: median(bare),
      ratio: median(ours) / median(bare),
      aim: '<= 800',
    }),
    figure('memory idle', idle, 'MB', { aim: '<= 150' }),
    figure('memory at 32 connections', busiest, 'MB', { aim: '<= 320' }),
    figure('errors at 32 connections', errors, 'answers', { aim: '= 0' }),
  ]
}

async function firstPage(start: () => Promise<Running>): Promise<number> {
  const { startedIn, stop } = await start()
  await stop()
  return startedIn
}
