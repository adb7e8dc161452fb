import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { projectRoot } from '#db/root.ts'

/** A node of the platform as it was built, with the demo. */
export function start(port: number, environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['build/process/index.js'], {
    cwd: projectRoot(),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DEMO: '1',
      LOG_LEVEL: 'error',
      PORT: String(port),
      SESSION_SECRET: 'a secret that only the journeys know, long enough',
      ...environment,
    },
  })
}

export async function ready(url: string, within: number): Promise<void> {
  const until = Date.now() + within
  while (Date.now() < until) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await wait(200)
  }
  throw new Error(`${url} was not ready within ${within} ms`)
}

/** Without a word, as a machine that dies. */
export async function killed(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

export async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
