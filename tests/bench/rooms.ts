import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownRedis } from '#tests/faults/place/servers.ts'
import { settle, type Room } from '#tests/faults/place/world.ts'
import { figure, quantile, say, type Figure } from './figures.ts'
import { ask, pace } from './load/http.ts'
import { sharedClock, type Heard } from './load/sockets.ts'
import { cpuOf, memoryOf, pause, startBare, startPlatform, startWorker, type Running } from './processes.ts'
import { told, type Side } from './room.ts'
import { asked, scratchDatabase } from './scratch.ts'
import { sentences } from './sentences.ts'
import { atTheEnd } from './tidy.ts'

const inEach = 20
const rooms = 50
const perSecond = 100
const seconds = 20

/** Servers behind which the same rooms are, and who listens to them. */
type Place = { name: string; servers: Running[]; side: Omit<Side, 'server' | 'cookies'>; rooms: Room[] }

type Round = {
  heard: Heard
  posted: number
  refused: number
  lost: number
  perSecond: number
  /** Milliseconds that 99 in 100 turns of the event loop came late by at most, on the worst node. */
  lag: number
  memory: number
  processor: number
}

/** Fifty tables talk at once, on one node and on two; then Redis stops in the middle. */
export async function measure(url: string): Promise<Figure[]> {
  const database = await scratchDatabase(url, 'rooms')
  const folder = mkdtempSync(join(tmpdir(), 'tavolo-rooms-'))
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }))
  const redis = await ownRedis(folder)
  say('filling the database')
  const world = await asked(database, (client) => settle(client, rooms, inEach))
  const withRedis = { REDIS_URL: `redis://127.0.0.1:${redis.port}` }
  const place = async (name: string, servers: Running[]): Promise<Place> => ({
    name,
    servers,
    rooms: world.rooms,
    side: {
      name,
      door: name === 'bare' ? '/messages' : '/api/v1/rooms/post-message',
      path: name === 'bare' ? '/socket.io' : '/live',
      listeners: await startWorker('tests/bench/load/sockets.ts'),
    },
  })
  const bareServer = await startBare('room.ts', { DATABASE_URL: database })
  const bare = await round(await place('bare', [bareServer]))
  await bareServer.stop()
  const first = await startPlatform(database, [], withRedis)
  const one = await round(await place('one node', [first]))
  const second = await startPlatform(database, [], withRedis)
  const two = await round(await place('two nodes', [first, second]))
  const without = await round(await place('two nodes, Redis stopped half-way', [first, second]), () =>
    redis.kill(),
  )
  return [
    ...figuresOf('one node', one, bare),
    ...figuresOf('two nodes', two),
    ...figuresOf('Redis stopped', without),
  ]
}

function figuresOf(name: string, of: Round, bare?: Round): Figure[] {
  const beside = (what: string, value: (round: Round) => number, unit: string, aim?: string) =>
    figure(`${name}: ${what}`, value(of), unit, {
      ...(bare && Number.isFinite(value(bare))
        ? { baseline: value(bare), ratio: value(of) / value(bare) }
        : {}),
      ...(aim ? { aim } : {}),
    })
  const wrong = { aim: '= 0' }
  return [
    beside('deliveries', (it) => it.perSecond, 'deliveries/s'),
    beside('delivery p50', ({ heard }) => quantile(heard.milliseconds, 0.5), 'ms'),
    beside(
      'delivery p99',
      ({ heard }) => quantile(heard.milliseconds, 0.99),
      'ms',
      name === 'Redis stopped' ? '<= 2500' : '<= 300',
    ),
    beside('event loop late, p99', ({ lag }) => lag, 'ms'),
    beside('memory of the largest node', ({ memory }) => memory, 'MB'),
    beside('processor of all nodes', ({ processor }) => processor, 'cores'),
    figure(`${name}: lost`, of.lost, 'deliveries', wrong),
    figure(`${name}: doubled`, of.heard.doubled, 'deliveries', wrong),
    figure(`${name}: out of order`, of.heard.outOfOrder + of.heard.gaps, 'deliveries', wrong),
    figure(`${name}: refused`, of.refused, 'messages', wrong),
  ]
}

/** What is measured is the second half, after whatever happens half-way; what is lost is counted over both. */
async function round(place: Place, halfWay?: () => Promise<void>): Promise<Round> {
  const { side, servers } = place
  const everySide = { ...side, server: servers[0] as Running, cookies: [] }
  for (const room of place.rooms)
    for (const [index, { port }] of servers.entries()) {
      const cookies = room.people.filter((_, n) => n % servers.length === index).map(({ cookie }) => cookie)
      await told(everySide, {
        order: 'open',
        listening: { port, path: side.path, roomId: room.roomId, cookies },
      })
    }
  await pause(2_000)
  await told(everySide, { order: 'collect' })
  const before = await half(place, everySide)
  await halfWay?.()
  const lags = await lagsOf(place)
  const processor = servers.reduce((sum, { pid }) => sum - cpuOf(pid), 0)
  const began = performance.now()
  const after = await half(place, everySide)
  const used = servers.reduce((sum, { pid }) => sum + cpuOf(pid), processor) / (performance.now() - began)
  const made: Round = {
    heard: after.heard,
    posted: before.posted + after.posted,
    refused: before.refused + after.refused,
    lost: before.lost + after.lost,
    perSecond: (after.heard.deliveries * 1000) / (after.heard.lastAt - after.began),
    lag: lags.length === 0 ? Number.NaN : Math.max(...(await lagsOf(place))),
    memory: Math.max(...servers.map(({ pid }) => memoryOf(pid))),
    processor: used,
  }
  await told(everySide, { order: 'close' })
  const { milliseconds } = made.heard
  say(
    `${place.name}: ${made.posted} messages, ${made.perSecond.toFixed(0)} deliveries/s, p50 ${quantile(milliseconds, 0.5).toFixed(1)} p99 ${quantile(milliseconds, 0.99).toFixed(1)} ms, ` +
      `late ${made.lag.toFixed(1)} ms, ${made.memory.toFixed(0)} MB; lost ${made.lost}, refused ${made.refused}`,
  )
  return made
}

async function half({ servers, side, rooms: all }: Place, everySide: Side) {
  const began = sharedClock()
  const paces = await Promise.all(
    servers.map(({ port }) =>
      pace({
        port,
        perSecond: perSecond / servers.length,
        seconds: seconds / 2,
        request: () => message(side.door, all),
      }),
    ),
  )
  const posted = paces.reduce((sum, { requests }) => sum + requests, 0)
  const refused = paces.reduce((sum, { errors }) => sum + errors, 0)
  const expected = (posted - refused) * inEach
  // Whatever is still on its way is waited for, as long as more comes.
  for (let last = -1, now = 0; now < expected && now !== last;) {
    await pause(1_500)
    last = now
    now = (await told(everySide, { order: 'count' })) as number
  }
  const heard = (await told(everySide, { order: 'collect' })) as Heard
  return { began, posted, refused, heard, lost: expected - (heard.deliveries - heard.doubled) }
}

let sent = 0

/** From room to room, and in each from person to person, so that nobody says more than a person may. */
function message(door: string, all: Room[]): string {
  sent++
  const room = all[sent % all.length]
  const person = room?.people[Math.floor(sent / all.length) % inEach]
  const text = `${sentences[sent % sentences.length] ?? ''} #${sent}@${sharedClock()}`
  const body = JSON.stringify({ roomId: room?.roomId, clientId: crypto.randomUUID(), language: 'it', text })
  return ask(door, { cookie: person?.cookie ?? '' }, body)
}

/** Read and so begun anew; the bare server does not tell. */
async function lagsOf({ name, servers }: Place): Promise<number[]> {
  if (name === 'bare') return []
  return Promise.all(
    servers.map(async ({ port }) => {
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
      return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text)?.[1]) * 1000
    }),
  )
}
