import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '#db/root.ts'
import { asked, scratchDatabase } from '#tests/bench/scratch.ts'
import { buildProject, memoryOf } from '#tests/bench/processes.ts'
import { atTheEnd } from '#tests/bench/tidy.ts'
import type { Chance } from '../chance.ts'
import { openHistory, type History } from '../history.ts'
import { openLine, type FaultyLine } from './line.ts'
import { freePort, harmable, type Process } from './processes.ts'
import { ownPostgres, ownRedis, type OwnPostgres, type OwnRedis } from './servers.ts'
import { settle, type World } from './world.ts'

export type Node = Process & {
  name: string
  port: number
  log: string
  /** Its own lines to the servers it stands on. */
  toPostgres: FaultyLine
  toRedis: FaultyLine
  /** Minutes by which its wall clock is wrong when it starts next. */
  skew: number
  /** Whether new connections are led to it. */
  isInUse: boolean
}

export type Stage = {
  folder: string
  /** Past all lines. */
  databaseUrl: string
  world: World
  nodes: [Node, Node]
  redis: OwnRedis
  postgres: OwnPostgres | undefined
  /** One for each node, as a balancer stands before them: to that node while it lives, then to the other. */
  entrances: [FaultyLine, FaultyLine]
  /** That of a few, whose line is bad. */
  poorEntrance: FaultyLine
  history: History
  chance: Chance
}

export type Wanted = {
  rooms: number
  perRoom: number
  ownPostgres: boolean
  /** Changes the built process before it runs. */
  spoil?: (processFolder: string) => void
  /** Changes the database before anybody comes. */
  spoilDatabase?: string
}

/** Two nodes as in production, a Redis and, if it is to be harmed, a Postgres of their own, and faulty lines between all of them. */
export async function openStage(url: string, chance: Chance, wanted: Wanted): Promise<Stage> {
  buildProject()
  const folder = mkdtempSync(join(tmpdir(), 'tavolo-faults-'))
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }))
  const root = builtCopy(folder)
  wanted.spoil?.(join(root, 'build/process'))
  const postgres = wanted.ownPostgres ? await ownPostgres() : undefined
  const databaseUrl = await scratchDatabase(postgres?.url ?? url, 'faults')
  const redis = await ownRedis(folder)
  const world = await asked(databaseUrl, async (client) => {
    if (wanted.spoilDatabase) await client.query(wanted.spoilDatabase)
    return settle(client, wanted.rooms, wanted.perRoom)
  })
  const nodes: [Node, Node] = [
    await openNode('one', { root, folder, databaseUrl, redis, chance }),
    await openNode('two', { root, folder, databaseUrl, redis, chance }),
  ]
  const [one, two] = nodes
  const leading = (...order: Node[]) =>
    openLine(
      () => order.filter(({ isInUse }) => isInUse).map(({ port }) => ({ port, host: '127.0.0.1' })),
      chance,
    )
  const entrances: [FaultyLine, FaultyLine] = [await leading(one, two), await leading(two, one)]
  const poorEntrance = await leading(one, two)
  for (const line of [...entrances, poorEntrance]) atTheEnd(() => line.close())
  const history = openHistory(join(folder, 'history.jsonl'))
  for (const { roomId, isPrivate, mark, people, chair } of world.rooms)
    history.write({ kind: 'room', roomId, isPrivate, mark, people: [chair, ...people].map(({ id }) => id) })
  return { folder, databaseUrl, world, nodes, redis, postgres, entrances, poorEntrance, history, chance }
}

/** What runs is a copy, so that a build meanwhile, or a mutant, changes nothing for anybody else. */
function builtCopy(folder: string): string {
  const root = join(folder, 'root')
  mkdirSync(root)
  cpSync(join(projectRoot(), 'build'), join(root, 'build'), {
    recursive: true,
    filter: (path) => !path.endsWith('.map'),
  })
  // Of the sources only what is read as it runs: territories, and the words of mails.
  for (const name of ['node_modules', 'db', 'server'])
    symlinkSync(join(projectRoot(), name), join(root, name))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  return root
}

async function openNode(
  name: string,
  on: { root: string; folder: string; databaseUrl: string; redis: OwnRedis; chance: Chance },
): Promise<Node> {
  const { root, folder, databaseUrl, redis, chance } = on
  const postgresPort = Number(new URL(databaseUrl).port || 5432)
  const toPostgres = await openLine(
    () => [{ host: new URL(databaseUrl).hostname, port: postgresPort }],
    chance,
  )
  const toRedis = await openLine(() => [{ host: '127.0.0.1', port: redis.port }], chance)
  const ours = new URL(databaseUrl)
  ours.host = `127.0.0.1:${toPostgres.port}`
  ours.searchParams.set('application_name', `faults-${name}`)
  const port = await freePort()
  const log = join(folder, `${name}.log`)
  const state = { skew: 0, isInUse: true }
  const node = harmable({
    folder: root,
    log,
    command: () => ({
      file: process.execPath,
      words: [
        '--max-old-space-size=384',
        ...(state.skew === 0 ? [] : ['--import', join(import.meta.dirname, 'skew.mjs')]),
        join(root, 'build/process/index.js'),
      ],
      environment: {
        NODE_ENV: 'production',
        PORT: String(port),
        HOST: '127.0.0.1',
        DATABASE_URL: ours.href,
        REDIS_URL: `redis://127.0.0.1:${toRedis.port}`,
        DATA_DIR: join(folder, 'data'),
        SESSION_SECRET: 'only for faults, on a database that is dropped',
        SKEW_MINUTES: String(state.skew),
      },
    }),
    answers: () =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      ),
  })
  atTheEnd(async () => {
    await toPostgres.close()
    await toRedis.close()
  })
  await node.start()
  return Object.assign(state, node, { name, port, log, toPostgres, toRedis })
}

/** What a node holds of what must not grow: file descriptors, live connections, connections to Postgres, megabytes. */
export async function heldBy(node: Node): Promise<{ descriptors: number; sockets: number; memory: number }> {
  const { readdirSync } = await import('node:fs')
  const answer = await fetch(`http://127.0.0.1:${node.port}/metrics`)
  const sockets = /^tavolo_sockets (\d+)$/m.exec(await answer.text())?.[1]
  return {
    descriptors: readdirSync(`/proc/${node.pid()}/fd`).length,
    sockets: Number(sockets),
    memory: memoryOf(node.pid()),
  }
}

/** All that was written to logs and to Redis, to look for what must not be there. */
export async function writtenBeside(stage: Stage): Promise<string> {
  const rdb = join(stage.folder, 'dump.rdb')
  await stage.redis.say('CONFIG', 'SET', 'rdbcompression', 'no')
  await stage.redis.say('SAVE')
  return [...stage.nodes.map(({ log }) => log), rdb].map((file) => readFileSync(file, 'latin1')).join('\n')
}
