import { figure, median, quantile, say, type Figure } from './figures.ts'
import { pace } from './load/http.ts'
import type { Heard } from './load/sockets.ts'
import { bareAct, giveTurns, hand, message, reaction } from './meeting-acts.ts'
import { populate } from './population.ts'
import { cpuOf, pause, startBare, startPlatform, startWorker } from './processes.ts'
import { told, type Side } from './room.ts'
import { asked, scratchDatabase } from './scratch.ts'
import { sit, type Sitting } from './sitting.ts'

const rounds = 3
const seconds = 8
const readers = 1_000
const perSecond = { messages: 30, reactions: 10, hands: 5, turns: 0.5 }

type Round = {
  heard: Heard
  lost: number
  refused: number
  acks: Record<'messages' | 'reactions' | 'hands' | 'turns', number[]>
  handsShown: number[]
  behind: number
  processor: number
}

/** A meeting of sixty seats with a thousand readers: hands, the floor, reactions and thirty messages a second in one room. */
export async function measure(url: string): Promise<Figure[]> {
  const database = await scratchDatabase(url, 'meeting')
  say('filling the database')
  const place = await populate(database, 1_000)
  const sitting = await asked(database, (client) => sit(client, place, readers))
  const cookies = [...sitting.seats.map(({ cookie }) => cookie), ...sitting.readers]
  const sides: Side[] = [
    {
      name: 'bare',
      server: await startBare('room.ts', { DATABASE_URL: database }),
      door: '/messages',
      path: '/socket.io',
      listeners: await startWorker('tests/bench/load/sockets.ts'),
      cookies,
    },
    {
      name: 'ours',
      server: await startPlatform(database),
      door: '/api/v1/rooms/post-message',
      path: '/live',
      listeners: await startWorker('tests/bench/load/sockets.ts'),
      cookies,
    },
  ]
  const pairs: Record<string, Round[]> = { bare: [], ours: [] }
  for (let n = 0; n < rounds; n++)
    for (const side of sides) {
      const { port } = side.server
      await told(side, {
        order: 'open',
        listening: { port, path: side.path, roomId: sitting.roomId, cookies },
      })
      await pause(2_000)
      await told(side, { order: 'collect' })
      pairs[side.name]?.push(await round(side, sitting, database))
      await told(side, { order: 'close' })
      await pause(1_000)
    }
  return figures(pairs['bare'] ?? [], pairs['ours'] ?? [])
}

async function round(side: Side, sitting: Sitting, database: string): Promise<Round> {
  const { port, pid } = side.server
  const isOurs = side.name === 'ours'
  const raisedAt = new Map<string, number>()
  const before = cpuOf(pid)
  const began = performance.now()
  const load = (rate: number, request: (n: number) => string) =>
    pace({ port, perSecond: rate, seconds, request })
  const [messages, reactions, hands, turns] = await Promise.all([
    load(perSecond.messages, () => message(side, sitting)),
    load(perSecond.reactions, () => reaction(side, sitting)),
    load(perSecond.hands, () => hand(side, sitting, raisedAt)),
    isOurs
      ? giveTurns(port, sitting, { seconds, perSecond: perSecond.turns })
      : load(perSecond.turns, () => bareAct(side, sitting, 'give')),
  ])
  const processor = (cpuOf(pid) - before) / (performance.now() - began)
  const expected = (messages.requests - messages.errors) * side.cookies.length
  for (let last = -1, now = 0; now < expected && now !== last;) {
    await pause(1_500)
    last = now
    now = (await told(side, { order: 'count' })) as number
  }
  const heard = (await told(side, { order: 'collect' })) as Heard
  const lost = expected - (heard.deliveries - heard.doubled)
  const stands = isOurs ? await placeOf(database, sitting.roomId) : 0
  const made: Round = {
    heard,
    lost,
    refused: messages.errors + reactions.errors + hands.errors + turns.errors,
    acks: {
      messages: messages.milliseconds,
      reactions: reactions.milliseconds,
      hands: hands.milliseconds,
      turns: turns.milliseconds,
    },
    handsShown: heard.hands.flatMap(([seatId, at]) => {
      const sent = raisedAt.get(seatId)
      return sent === undefined || sent > at ? [] : [at - sent]
    }),
    behind: isOurs ? heard.places.filter((where) => where !== stands).length : 0,
    processor,
  }
  say(
    `${side.name}: ${messages.requests} messages to ${side.cookies.length}; delivery p50 ${at(made.heard.milliseconds, 0.5)} p99 ${at(made.heard.milliseconds, 0.99)} ms; ` +
      `ack p99 ${at(made.acks.messages, 0.99)} ms; hands shown p99 ${at(made.handsShown, 0.99)} ms (${made.handsShown.length}); lost ${lost}, doubled ${heard.doubled}, ` +
      `gaps ${heard.gaps}, behind ${made.behind}, cut ${heard.cut}, refused ${made.refused}; processor ${processor.toFixed(2)}`,
  )
  return made
}

function at(milliseconds: number[], share: number): string {
  return quantile(milliseconds, share).toFixed(1)
}

function figures(bare: Round[], ours: Round[]): Figure[] {
  const beside = (name: string, of: (round: Round) => number[], aims: { p50?: string; p99?: string }) =>
    ([0.5, 0.99] as const).map((share) => {
      const aim = share === 0.5 ? aims.p50 : aims.p99
      const value = median(ours.map((it) => quantile(of(it), share)))
      const baseline = median(bare.map((it) => quantile(of(it), share)))
      return figure(`${name} p${share * 100}`, value, 'ms', {
        baseline,
        ratio: value / baseline,
        ...(aim ? { aim } : {}),
      })
    })
  const sum = (of: (round: Round) => number) => ours.reduce((total, it) => total + of(it), 0)
  const acked = { p99: '<= 150' }
  const shown = { p99: '<= 300' }
  return [
    ...beside('message: ack', ({ acks }) => acks.messages, acked),
    ...beside('message: delivery', ({ heard }) => heard.milliseconds, shown),
    ...beside('hand: ack', ({ acks }) => acks.hands, acked),
    ...beside('hand: in the queue on every screen', ({ handsShown }) => handsShown, { p99: '<= 600' }),
    ...beside('reaction: ack', ({ acks }) => acks.reactions, acked),
    ...beside('floor given: ack', ({ acks }) => acks.turns, acked),
    figure('processor', median(ours.map(({ processor }) => processor)), 'cores', {
      baseline: median(bare.map(({ processor }) => processor)),
    }),
    figure(
      'lost',
      sum(({ lost }) => lost),
      'deliveries',
      { aim: '= 0' },
    ),
    figure(
      'doubled',
      sum(({ heard }) => heard.doubled),
      'deliveries',
      { aim: '= 0' },
    ),
    figure(
      'out of order',
      sum(({ heard }) => heard.outOfOrder),
      'deliveries',
      { aim: '= 0' },
    ),
    figure(
      'events never told',
      sum(({ heard }) => heard.gaps),
      'deliveries',
      { aim: '= 0' },
    ),
    figure(
      'connections behind at the end',
      sum(({ behind }) => behind),
      'connections',
      { aim: '= 0' },
    ),
    figure(
      'refused',
      sum(({ refused }) => refused),
      'acts',
      { aim: '= 0' },
    ),
  ]
}

async function placeOf(database: string, roomId: string): Promise<number> {
  const { rows } = await asked(database, (client) =>
    client.query<{ seq: string }>('select last_seq as seq from streams where id = $1', [roomId]),
  )
  return Number(rows[0]?.seq)
}
