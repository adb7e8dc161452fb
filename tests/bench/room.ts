import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { figure, median, quantile, say, type Figure } from './figures.ts'
import { ask, pace, press } from './load/http.ts'
import { sharedClock, type Heard, type Order } from './load/sockets.ts'
import { morePeople, sessionsOf } from './people.ts'
import { populate } from './population.ts'
import { pause, startBare, startPlatform, startWorker, type Running } from './processes.ts'
import { asked, scratchDatabase } from './scratch.ts'
import { sentences } from './sentences.ts'

const rounds = 5
const secondsPaced = 6
const secondsPressed = 5
const posters = 16

/** A room as one side serves it: the server, its door, and the process that holds the connections. */
export type Side = {
  name: string
  server: Running
  door: string
  path: string
  listeners: ChildProcess
  cookies: string[]
}

/** One room with many in it: how soon a message is on every screen, and how many a second go through. */
export async function measure(url: string): Promise<Figure[]> {
  const database = await scratchDatabase(url, 'room')
  say('filling the database')
  const { roomId } = await populate(database, 1_000)
  const cookies = await asked(database, async (client) => sessionsOf(client, await morePeople(client, 1_000)))
  const bare: Side = {
    name: 'bare',
    server: await startBare('room.ts', { DATABASE_URL: database }),
    door: '/messages',
    path: '/socket.io',
    listeners: await startWorker('tests/bench/load/sockets.ts'),
    cookies,
  }
  const ours: Side = {
    name: 'ours',
    server: await startPlatform(database),
    door: '/api/v1/rooms/post-message',
    path: '/live',
    listeners: await startWorker('tests/bench/load/sockets.ts'),
    cookies,
  }

  const figures: Figure[] = []
  const wrong = { lost: 0, doubled: 0, outOfOrder: 0, refused: 0 }
  for (const [sockets, most] of [
    [200, 1.35],
    [1_000, 1.4],
  ] as const) {
    for (const side of [bare, ours]) {
      await told(side, {
        order: 'open',
        listening: { port: side.server.port, path: side.path, roomId, cookies: cookies.slice(0, sockets) },
      })
      await told(side, { order: 'collect' })
    }
    for (const perSecond of [3, 10]) {
      const pairs = await alternately(
        bare,
        ours,
        async (side) => paced(side, roomId, sockets, perSecond),
        wrong,
      )
      for (const share of [0.5, 0.99]) {
        const at = ({ heard }: Round) => quantile(heard.milliseconds, share)
        figures.push(
          figure(
            `${sockets} in the room, ${perSecond} messages a second: delivery p${share * 100}`,
            median(pairs.map(([, mine]) => at(mine))),
            'ms',
            {
              baseline: median(pairs.map(([its]) => at(its))),
              ratio: median(pairs.map(([its, mine]) => at(mine) / at(its))),
              aim: `ratio <= ${most}`,
            },
          ),
        )
      }
    }
    const pairs = await alternately(bare, ours, async (side) => pressed(side, roomId, sockets), wrong)
    figures.push(
      figure(
        `${sockets} in the room: most messages`,
        median(pairs.map(([, mine]) => mine.perSecond)),
        'messages/s',
        {
          baseline: median(pairs.map(([its]) => its.perSecond)),
          ratio: median(pairs.map(([its, mine]) => mine.perSecond / its.perSecond)),
          aim: 'ratio >= 0.7',
        },
      ),
    )
    for (const side of [bare, ours]) await told(side, { order: 'close' })
    await pause(1_000)
  }
  return [
    ...figures,
    figure('lost', wrong.lost, 'deliveries', { aim: '= 0' }),
    figure('doubled', wrong.doubled, 'deliveries', { aim: '= 0' }),
    figure('out of order', wrong.outOfOrder, 'deliveries', { aim: '= 0' }),
    figure('refused', wrong.refused, 'messages', { aim: '= 0' }),
  ]
}

type Round = { heard: Heard; perSecond: number; lost: number; refused: number }

/** Bare, ours, bare, ours: whatever else the machine does falls on both. */
async function alternately(
  bare: Side,
  ours: Side,
  run: (side: Side) => Promise<Round>,
  wrong: { lost: number; doubled: number; outOfOrder: number; refused: number },
): Promise<[Round, Round][]> {
  const pairs: [Round, Round][] = []
  for (let n = 0; n < rounds; n++) {
    const its = await run(bare)
    const mine = await run(ours)
    pairs.push([its, mine])
    wrong.lost += mine.lost
    wrong.doubled += mine.heard.doubled
    wrong.outOfOrder += mine.heard.outOfOrder
    wrong.refused += mine.refused
  }
  return pairs
}

async function paced(side: Side, roomId: string, sockets: number, perSecond: number): Promise<Round> {
  const { requests, errors } = await pace({
    port: side.server.port,
    perSecond,
    seconds: secondsPaced,
    request: (n) => message(side, roomId, n),
  })
  return round(side, sockets, requests, errors, sharedClock())
}

async function pressed(side: Side, roomId: string, sockets: number): Promise<Round> {
  const began = sharedClock()
  const { requests, errors } = await press({
    port: side.server.port,
    connections: posters,
    seconds: secondsPressed,
    request: (n) => message(side, roomId, n),
  })
  return round(side, sockets, requests, errors, began)
}

async function round(
  side: Side,
  sockets: number,
  requests: number,
  refused: number,
  began: number,
): Promise<Round> {
  const expected = (requests - refused) * sockets
  // Whatever is still on its way is waited for, as long as more comes.
  for (let before = -1, now = 0; now < expected && now !== before;) {
    await pause(1_500)
    before = now
    now = (await told(side, { order: 'count' })) as number
  }
  const heard = (await told(side, { order: 'collect' })) as Heard
  const perSecond = ((requests - refused) * 1000) / (heard.lastAt - began)
  const lost = expected - (heard.deliveries - heard.doubled)
  say(
    `${side.name}: ${requests} messages to ${sockets}, p50 ${quantile(heard.milliseconds, 0.5).toFixed(1)} ms, p99 ${quantile(heard.milliseconds, 0.99).toFixed(1)} ms, ` +
      `${perSecond.toFixed(0)}/s; lost ${lost}, doubled ${heard.doubled}, out of order ${heard.outOfOrder}, cut ${heard.cut}, refused ${refused}; listeners' processor ${heard.cpuMilliseconds.toFixed(0)} ms in all`,
  )
  return { heard, perSecond, lost, refused }
}

let posted = 0

/** Each message is another person's, so that nobody says more than a person may. */
function message(side: Side, roomId: string, n: number): string {
  posted++
  const text = `${sentences[posted % sentences.length] ?? ''} #${n}@${sharedClock()}`
  const body = JSON.stringify({ roomId, clientId: crypto.randomUUID(), language: 'it', text })
  return ask(side.door, { cookie: side.cookies[posted % side.cookies.length] ?? '' }, body)
}

export async function told(side: Side, order: Order): Promise<unknown> {
  const answer = once(side.listeners, 'message')
  side.listeners.send(order)
  return ((await answer) as [unknown])[0]
}
