import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { pause } from '#tests/bench/processes.ts'
import { atTheEnd } from '#tests/bench/tidy.ts'

export type Process = {
  pid(): number
  isUp(): boolean
  start(): Promise<void>
  /** Without a word, as a machine that dies. */
  kill(): Promise<void>
  /** As it is asked to stop; answers how long it took, in milliseconds. */
  stop(): Promise<number>
  freeze(): void
  thaw(): void
}

/** A process of our own that can be harmed. It writes to its log file and is ended with the run. */
export function harmable(asked: {
  command: () => { file: string; words: string[]; environment: Record<string, string> }
  log: string
  folder: string
  answers(): Promise<boolean>
}): Process {
  let child: ChildProcess | undefined
  const isUp = () => child !== undefined && child.exitCode === null && child.signalCode === null
  const end = async (signal: NodeJS.Signals): Promise<number> => {
    if (!child || !isUp()) return 0
    const began = performance.now()
    const ended = once(child, 'exit')
    child.kill(signal)
    // A frozen process hears of its end only when it wakes.
    child.kill('SIGCONT')
    await ended
    return performance.now() - began
  }
  atTheEnd(async () => void (await end('SIGKILL')))
  return {
    isUp,
    pid: () => child?.pid ?? 0,
    start: async () => {
      const { file, words, environment } = asked.command()
      const log = openSync(asked.log, 'a')
      child = spawn(file, words, {
        cwd: asked.folder,
        stdio: ['ignore', log, log],
        env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
      })
      for (let tries = 0; tries < 1_500; tries++) {
        if (!isUp()) throw new Error(`${file} ended before it answered; its log is ${asked.log}`)
        if (await asked.answers()) return
        await pause(20)
      }
      throw new Error(`${file} did not answer within 30 s; its log is ${asked.log}`)
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
