import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figure, say, type Figure } from '#tests/bench/figures.ts'
import { pause } from '#tests/bench/processes.ts'
import { asked } from '#tests/bench/scratch.ts'
import { chanceFrom } from './chance.ts'
import { check } from './check/check.ts'
import type { Breach } from './check/kept.ts'
import { gather, type Crowd } from './clients/crowd.ts'
import { figuresOf } from './figures.ts'
import { heldBy, openStage, writtenBeside, type Stage, type Wanted } from './place/stage.ts'
import type { Scenario } from './scenarios.ts'
import type { Fault } from './strikes/strike.ts'

export type Asked = {
  url: string
  seed: number
  isShort: boolean
  repeats?: number
  seconds?: number
  /** Where the history is to be kept; null for nowhere, also where something was found. */
  keepAt?: string | null
} & Pick<Wanted, 'spoil' | 'spoilDatabase'>

export type Outcome = {
  operations: number
  faults: number
  figures: Figure[]
  breaches: Breach[]
  historySha256: string
}

/** People act, faults strike one after the other, everybody is waited for each time; then the run is judged. */
export async function runScenario(scenario: Scenario, asked: Asked): Promise<Outcome> {
  const size = asked.isShort ? scenario.short : scenario.size
  const chance = chanceFrom(asked.seed)
  const stage = await openStage(asked.url, chance, {
    ...size,
    ownPostgres: scenario.ownPostgres ?? false,
    ...(asked.spoil ? { spoil: asked.spoil } : {}),
    ...(asked.spoilDatabase ? { spoilDatabase: asked.spoilDatabase } : {}),
  })
  const { history } = stage
  // Of its own: how often people ask for chance depends on the machine.
  const schedule = chanceFrom(asked.seed)
  const crowd = await gather(stage)
  await settled(stage, crowd, { fault: 'the beginning', since: performance.now(), within: 30_000 })
  const pool = watchPool(stage)
  crowd.load(size.perSecond)
  await pause(asked.isShort ? 1_000 : 5_000)
  await measureLeft(stage, crowd, 'before')
  const began = performance.now()
  const isOver = (n: number) =>
    asked.seconds === undefined
      ? n >= (asked.repeats ?? size.repeats)
      : performance.now() - began > asked.seconds * 1_000
  let faults = 0
  for (; !isOver(faults); faults++) {
    const next = scenario.byChance
      ? schedule.pick(scenario.faults)
      : scenario.faults[faults % scenario.faults.length]
    if (next) await strike(stage, crowd, next, asked.isShort)
    await pause(schedule.between(300, asked.isShort ? 800 : 2_500))
  }
  await crowd.rest(30_000)
  await settled(stage, crowd, { fault: 'the end', since: performance.now(), within: 30_000 })
  await measureLeft(stage, crowd, 'after')
  pool.stop()
  const written = await writtenBeside(stage)
  crowd.close()
  const lines = history.read()
  const breaches = await check({ lines, databaseUrl: stage.databaseUrl, written })
  const place =
    asked.keepAt === undefined && breaches.length > 0
      ? join(tmpdir(), `tavolo-history-${Date.now()}.jsonl`)
      : asked.keepAt
  if (place) {
    history.copyTo(place)
    say(`the history is kept: ${place}`)
  }
  const poolAim = scenario.aims['connections to Postgres of one node: most']
  return {
    operations: lines.filter(({ kind }) => kind === 'invoke').length,
    faults,
    figures: [
      ...figuresOf(lines, scenario.aims),
      figure(
        'connections to Postgres of one node: most',
        pool.most(),
        'connections',
        poolAim ? { aim: poolAim } : {},
      ),
    ],
    breaches,
    historySha256: history.sha256(),
  }
}

async function strike(stage: Stage, crowd: Crowd, fault: Fault, isShort: boolean): Promise<void> {
  const { id, what } = fault
  say(`${id}: ${what}`)
  stage.history.write({ kind: 'fault', fault: id, phase: 'begin', what })
  const struck = await fault.strike({ stage, crowd, isShort })
  // A short run asks whether promises hold, also on a machine that has much else to do; long ones also ask how soon.
  const within = (struck.within ?? 10_000) * (isShort ? 3 : 1)
  await settled(stage, crowd, { fault: id, ...struck, within })
  await struck.mended
  stage.history.write({ kind: 'fault', fault: id, phase: 'healed' })
}

async function settled(
  stage: Stage,
  crowd: Crowd,
  after: { fault: string; since: number; within?: number; tolerated?: number },
): Promise<void> {
  const { milliseconds, late } = await crowd.converged(after.since, after.within ?? 10_000)
  stage.history.write({
    kind: 'converged',
    fault: after.fault,
    milliseconds: milliseconds.map(Math.round),
    late: late.map(({ person }) => person.id),
    tolerated: Math.floor((after.tolerated ?? 0) * crowd.clients.length),
  })
  const slowest = Math.round(Math.max(0, ...milliseconds))
  say(
    `  ${milliseconds.length} had to find their way back, the last after ${slowest} ms; ${late.length} did not`,
  )
}

/** After the end it is looked again and again for up to two minutes: what is on its way out may leave. */
async function measureLeft(stage: Stage, crowd: Crowd, moment: 'before' | 'after'): Promise<void> {
  const clients = crowd.clients.length
  const held = async () => {
    const each = await Promise.all(stage.nodes.map(heldBy))
    const sum = (of: (held: (typeof each)[0]) => number) => each.reduce((total, held) => total + of(held), 0)
    return {
      descriptors: sum(({ descriptors }) => descriptors),
      sockets: sum(({ sockets }) => sockets),
      memory: Math.round(sum(({ memory }) => memory)),
    }
  }
  let measured = await held()
  const mostTries = moment === 'after' ? 120 : 0
  for (let tries = 0; measured.sockets > clients && tries < mostTries; tries++) {
    await pause(1_000)
    measured = await held()
  }
  stage.history.write({ kind: 'left', moment, clients, measured })
}

/** How many connections to Postgres a node has, as Postgres counts them. */
function watchPool({ databaseUrl }: Stage) {
  let most = 0
  const look = () =>
    asked(databaseUrl, (client) =>
      client.query<{ count: number }>(
        `select count(*)::int from pg_stat_activity where application_name like 'faults-%' group by application_name`,
      ),
    ).then(
      ({ rows }) => (most = Math.max(most, ...rows.map(({ count }) => count))),
      () => {},
    )
  const timer = setInterval(() => void look(), 500)
  return { most: () => most, stop: () => clearInterval(timer) }
}
