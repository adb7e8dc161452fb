import { figure, median, quantile, say, type Figure } from './figures.ts'
import { ask, press } from './load/http.ts'
import { sessionsOf } from './people.ts'
import { populate, type Place } from './population.ts'
import { cpuOf, startBare, startPlatform, type Running } from './processes.ts'
import { asked, scratchDatabase } from './scratch.ts'
import { countingPostgres } from './statements.ts'
import { surge } from './surge.ts'

const rounds = 5
const seconds = 1.2
const sizes = [1_000, 100_000] as const

type Stand = { size: number; url: string; place: Place; cookies: string[]; server: Running }
type Sample = { perSecond: number; p50: number; p99: number; cpu: number; errors: number }

const screens = [
  { name: 'list of needs', path: ({ consultationId }: Place) => `/needs?consultation=${consultationId}` },
  { name: 'need', path: ({ needId }: Place) => `/needs/${needId}` },
  { name: 'room', path: ({ roomId }: Place) => `/rooms/${roomId}` },
]
type Reader = { who: string; isGuest: boolean; isAnew?: true; isCompressed?: true; least?: number }
const readers: Reader[] = [
  { who: 'guest', isGuest: true, least: 0.65 },
  { who: 'guest, compressed', isGuest: true, isCompressed: true },
  { who: 'signed in', isGuest: false, least: 0.55 },
  { who: 'signed in, compressed', isGuest: false, isCompressed: true },
  { who: 'signed in, never drawn before', isGuest: false, isAnew: true },
]

/** The pages people open most, beside a bare Remix page, with little and with much in the database. */
export async function measure(url: string): Promise<Figure[]> {
  const bare = await startBare('remix.tsx', { DATABASE_URL: await scratchDatabase(url, 'bare') })
  const stands: Stand[] = []
  for (const size of sizes) stands.push(await stand(url, size))
  const [small, large] = stands
  if (!small || !large) throw new Error('Two sizes are compared')

  const figures: Figure[] = []
  for (const screen of screens) {
    for (const reader of readers) {
      const { who, least, isCompressed } = reader
      const aim = (bound: string) => (isCompressed ? undefined : bound)
      const request = (at: Stand) => requestsOf(screen.path(at.place), reader, at.cookies)
      const plain = ask('/', encodingOf(reader))
      const one = await alternately(bare, plain, [small, large], 1, request)
      const many = await alternately(bare, plain, [small, large], 32, request)
      for (const [index, size] of sizes.entries()) {
        const name = `${screen.name}, ${who}, ${size} rows`
        const pairs = many.map((round) => [round[0], round[index + 1]] as [Sample, Sample])
        const alone = one.map((round) => [round[0], round[index + 1]] as [Sample, Sample])
        figures.push(
          compared(
            `${name}: at 32 connections`,
            pairs,
            (it) => it.perSecond,
            'requests/s',
            least === undefined ? undefined : `ratio >= ${least}`,
          ),
          compared(`${name}: p99 at 32 connections`, pairs, (it) => it.p99, 'ms', aim('< 150')),
          compared(`${name}: processor at 32 connections`, pairs, (it) => it.cpu, 'ms/request'),
          compared(`${name}: at 1 connection`, alone, (it) => it.perSecond, 'requests/s'),
          compared(`${name}: p50 at 1 connection`, alone, (it) => it.p50, 'ms', aim('< 3.5')),
          compared(`${name}: p99 at 1 connection`, alone, (it) => it.p99, 'ms'),
          compared(`${name}: processor at 1 connection`, alone, (it) => it.cpu, 'ms/request'),
        )
      }
      const grown = many.map((round) => [round[1], round[2]] as [Sample, Sample])
      figures.push(
        compared(
          `${screen.name}, ${who}: from ${sizes.join(' to ')} rows`,
          grown,
          (it) => 1000 / it.perSecond,
          'ms/request',
          'ratio <= 1.2',
        ),
        figure(
          `${screen.name}, ${who}: not answered with a page`,
          [...one, ...many].flat().reduce((sum, it) => sum + it.errors, 0),
          'answers',
          { aim: '= 0' },
        ),
      )
    }
  }
  figures.push(...(await surge(large, screens[0]?.path(large.place) ?? '/')))
  for (const { server } of stands) await server.stop()
  return [...figures, ...(await statements(small, large))]
}

async function stand(url: string, size: number): Promise<Stand> {
  const database = await scratchDatabase(url, `pages_${size}`)
  say(`filling a database with ${size} needs and as many messages`)
  const place = await populate(database, size)
  const cookies = await asked(database, (client) =>
    sessionsOf(client, Array<string>(32).fill(place.personId)),
  )
  return { size, url: database, place, cookies, server: await startPlatform(database) }
}

/** A parameter that means nothing makes each address new, so that nothing of the page was drawn before. */
function requestsOf(path: string, reader: Reader, cookies: string[]): (n: number) => string {
  const mark = path.includes('?') ? '&' : '?'
  return (n) => {
    const cookie = reader.isGuest ? undefined : cookies[n % cookies.length]
    const address = reader.isAnew ? `${path}${mark}x=${n}-${Date.now()}` : path
    return ask(address, { ...encodingOf(reader), ...(cookie ? { cookie } : {}) })
  }
}

/** As browsers ask. Without it, what compressing costs is left out on both sides. */
function encodingOf({ isCompressed }: Reader): Record<string, string> {
  return isCompressed ? { 'Accept-Encoding': 'gzip, deflate, br, zstd' } : {}
}

/** Bare, small, large, bare, small, large: whatever else the machine does falls on each alike. */
async function alternately(
  bare: Running,
  bareRequest: string,
  stands: Stand[],
  connections: number,
  request: (at: Stand) => (n: number) => string,
): Promise<[Sample, ...Sample[]][]> {
  const sides = stands.map((at) => ({ server: at.server, request: request(at) }))
  const plain = { server: bare, request: () => bareRequest }
  const run = async (
    { server, request }: typeof plain | (typeof sides)[number],
    forSeconds = seconds,
  ): Promise<Sample> => {
    const before = cpuOf(server.pid)
    const { requests, errors, milliseconds, seconds } = await press({
      port: server.port,
      connections,
      seconds: forSeconds,
      request,
    })
    return {
      perSecond: requests / seconds,
      p50: quantile(milliseconds, 0.5),
      p99: quantile(milliseconds, 0.99),
      cpu: (cpuOf(server.pid) - before) / requests,
      errors,
    }
  }
  // What a process does once it has compiled what it runs: of two of different size the larger takes longer to.
  for (const side of [plain, ...sides]) await run(side, 3)
  const samples: [Sample, ...Sample[]][] = []
  for (let n = 0; n < rounds; n++) {
    const first = await run(plain)
    const others: Sample[] = []
    for (const side of sides) others.push(await run(side))
    samples.push([first, ...others])
  }
  say(
    `${connections} connections: ${samples.map((round) => round.map((it) => it.perSecond.toFixed(0)).join('/')).join(' ')} requests/s`,
  )
  return samples
}

function compared(
  name: string,
  pairs: [Sample, Sample][],
  of: (sample: Sample) => number,
  unit: string,
  aim?: string,
): Figure {
  return figure(name, median(pairs.map(([, mine]) => of(mine))), unit, {
    baseline: median(pairs.map(([its]) => of(its))),
    ratio: median(pairs.map(([its, mine]) => of(mine) / of(its))),
    ...(aim ? { aim } : {}),
  })
}

/** How many statements each page makes, the session's own among them: as many with much in the database as with little. */
async function statements(small: Stand, large: Stand): Promise<Figure[]> {
  const counts = new Map<string, number[]>()
  for (const at of [small, large]) {
    const counter = await countingPostgres(at.url)
    const server = await startPlatform(counter.url)
    for (const { name, path } of screens) {
      for (const reader of readers.filter(
        ({ isAnew, isGuest, isCompressed }) => isAnew || (isGuest && !isCompressed),
      )) {
        const { who } = reader
        const request = requestsOf(path(at.place), { ...reader, isAnew: true }, at.cookies)
        let fewest: string[] | undefined
        // What the process asks on its own account now and then only adds: the least is the page's.
        for (let tries = 0; tries < 20; tries++) {
          counter.take()
          await press({
            port: server.port,
            connections: 1,
            seconds: 5,
            most: 1,
            request: () => request(tries),
          })
          const made = counter.take()
          if (!fewest || made.length < fewest.length) fewest = made
        }
        const key = `${name}, ${who}: statements`
        counts.set(key, [...(counts.get(key) ?? []), fewest?.length ?? 0])
        for (const statement of fewest ?? [])
          say(`${key}, ${at.size} rows: ${statement.replace(/\s+/g, ' ').slice(0, 100)}`)
      }
    }
    await server.stop()
  }
  return [...counts].map(([name, [few = 0, much = 0]]) =>
    figure(name, much, 'statements', { baseline: few, ratio: few === 0 ? 1 : much / few, aim: 'ratio = 1' }),
  )
}
