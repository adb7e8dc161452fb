import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '#db/root.ts'
import { say } from './figures.ts'
import { atTheEnd } from './tidy.ts'

export type Running = {
  port: number
  pid: number
  /** Milliseconds from its beginning to its first page. */
  startedIn: number
  stop: () => Promise<void>
}

let built = false

/** Builds the project as `npm run build` does, when its sources have changed. */
export function buildProject(): void {
  if (built) return
  say('building')
  execFileSync(join(projectRoot(), 'node_modules/.bin/tsx'), ['server/build.ts', '--if-stale'], {
    cwd: projectRoot(),
    stdio: ['ignore', 2, 2],
  })
  built = true
}

/** The platform as it runs in production: its own process on the given database, its settings as they come. */
export async function startPlatform(
  databaseUrl: string,
  execArgv: string[] = [],
  environment: Record<string, string> = {},
): Promise<Running> {
  buildProject()
  return started(join(projectRoot(), 'build/process/index.js'), execArgv, {
    ...environment,
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: 'only for benchmarks, on a database that is dropped',
  })
}

/** A bare server to measure against, bundled like the platform's own process. */
export async function startBare(name: string, environment: Record<string, string> = {}): Promise<Running> {
  return started(await bundled(`tests/bench/bare/${name}`), [], environment)
}

/** One of our sources as one file, for a process of its own. */
async function bundled(source: string): Promise<string> {
  const outfile = join(projectRoot(), 'node_modules/.cache/tavolo/bench', source.replace(/\.tsx?$/, '.mjs'))
  await build({
    entryPoints: [join(projectRoot(), source)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    logLevel: 'warning',
    external: ['pg-native'],
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  })
  return outfile
}

async function started(
  file: string,
  execArgv: string[],
  environment: Record<string, string>,
): Promise<Running> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [...execArgv, file], {
    cwd: projectRoot(),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      // One reader asks here for what thousands would.
      PAGES_A_MINUTE: '100000000',
      ...environment,
    },
  })
  const stop = stopping(child)
  for (let tries = 0; tries < 2_000; tries++) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode} before it answered`)
    if (await answers(`http://127.0.0.1:${port}/`))
      return { port, pid: child.pid ?? 0, startedIn: performance.now() - began, stop }
    await pause(10)
  }
  throw new Error(`${file} did not show its first page on port ${port}`)
}

/** A child that speaks with us by messages, such as a source of load. */
export async function startWorker(source: string): Promise<ChildProcess> {
  const child = fork(await bundled(source), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  stopping(child)
  return child
}

/** It is stopped at the end at the latest. */
function stopping(child: ChildProcess): () => Promise<void> {
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await ended
    clearTimeout(late)
  }
  atTheEnd(stop)
  return stop
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address)
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Milliseconds of processor that a process has used. */
export function cpuOf(pid: number): number {
  const text = stat(pid)
  if (text === undefined) return clockToMilliseconds(ps(pid, 'time'))
  // The name, in brackets, may itself hold spaces; what follows it is counted from the third field.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Megabytes of memory that a process holds. */
export function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  } catch {
    return Number(ps(pid, 'rss')) / 1024
  }
}

function stat(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined
  }
}

function ps(pid: number, what: string): string {
  return execFileSync('ps', ['-o', `${what}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()
}

/** `1-02:03:04.05`, as ps writes it where there is no /proc. */
function clockToMilliseconds(clock: string): number {
  const [days, rest] = clock.includes('-') ? (clock.split('-') as [string, string]) : ['0', clock]
  const seconds = rest.split(':').reduce((total, part) => total * 60 + Number(part), 0)
  return (Number(days) * 86_400 + seconds) * 1000
}
