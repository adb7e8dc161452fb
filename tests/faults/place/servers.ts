import { execFile, execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { asked } from '#tests/bench/scratch.ts'
import { atTheEnd } from '#tests/bench/tidy.ts'
import { freePort, harmable, type Process } from './processes.ts'

export type OwnRedis = Process & { port: number; say(...words: string[]): Promise<string> }

/** A Redis of the run's own, which keeps nothing on disk: one that starts again is empty. */
export async function ownRedis(folder: string): Promise<OwnRedis> {
  const port = await freePort()
  const say = (...words: string[]) => told(port, words)
  const process = harmable({
    folder,
    log: join(folder, 'redis.log'),
    command: () => ({
      file: 'redis-server',
      words:
        `--port ${port} --bind 127.0.0.1 --save  --appendonly no --maxmemory 64mb --maxmemory-policy noeviction --dir ${folder}`.split(
          ' ',
        ),
      environment: {},
    }),
    answers: () =>
      say('PING').then(
        (answer) => answer.startsWith('+PONG'),
        () => false,
      ),
  })
  await process.start()
  return { ...process, port, say }
}

/** One command in Redis's own words; answers what comes back first. */
function told(port: number, words: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.setTimeout(1_000, () => socket.destroy(new Error('Redis does not answer')))
    socket.once('error', reject)
    socket.once('data', (bytes) => {
      resolve(bytes.toString())
      socket.destroy()
    })
    socket.write(
      `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`,
    )
  })
}

export type OwnPostgres = {
  port: number
  url: string
  start(): Promise<void>
  /** `fast` breaks every connection off; `immediate` is a crash, and it recovers from its log when it starts. */
  stop(how: 'fast' | 'immediate'): Promise<void>
}

/** A cluster of the run's own, so that the one everybody uses is never harmed. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const programs = postgresPrograms()
  if (!programs) throw new Error('initdb is not found')
  const owner = runsAsRoot() ? accountOf('postgres') : {}
  const place = mkdtempSync(join(tmpdir(), 'tavolo-postgres-'))
  atTheEnd(() => rmSync(place, { recursive: true, force: true }))
  if (owner.uid !== undefined) chownSync(place, owner.uid, owner.gid ?? owner.uid)
  const run = async (name: string, ...words: string[]) =>
    void (await promisify(execFile)(join(programs, name), words, { ...owner, cwd: place }))
  const data = join(place, 'data')
  await run(
    'initdb',
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale',
    'C.UTF-8',
    '--no-sync',
  )
  const port = await freePort()
  const settings = `-p ${port} -k ${place} -c listen_addresses=127.0.0.1 -c shared_buffers=128MB -c max_connections=60`
  let isUp = false
  const start = async () => {
    await run('pg_ctl', '-D', data, '-w', '-t', '30', '-l', join(place, 'log'), '-o', settings, 'start')
    isUp = true
  }
  const stop = async (how: 'fast' | 'immediate') => {
    isUp = false
    await run('pg_ctl', '-D', data, '-w', '-m', how, 'stop')
  }
  await start()
  atTheEnd(() => (isUp ? stop('immediate') : undefined))
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await asked(url, (client) => client.query('select 1'))
  return { port, url, start, stop }
}

/** Where Postgres keeps the programs that make and run a cluster, if they are on this machine. */
export function postgresPrograms(): string | undefined {
  const installed = '/usr/lib/postgresql'
  const versions = existsSync(installed) ? readdirSync(installed).sort((a, b) => Number(b) - Number(a)) : []
  return [
    ...versions.map((version) => join(installed, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ].find((folder) => existsSync(join(folder, 'initdb')))
}

function runsAsRoot(): boolean {
  return process.getuid?.() === 0
}

/** Postgres refuses to run as root. */
function accountOf(name: string): { uid?: number; gid?: number } {
  const id = (word: string) => Number(execFileSync('id', [word, name], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
