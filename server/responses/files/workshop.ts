import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '#db/root.ts'
import { RefusedFile } from './refused-file.ts'
import type { Worked } from './workshop-process.ts'
import type { FileGiven, FileWritten } from './write-anew.ts'

const longestWork = 15_000
const idleFor = 20_000
const mostMemory = 700_000_000
const watchEvery = 100

let workshop: ChildProcess | undefined
let closing: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * Writes a file anew in a process of its own, one file at a time. Readers of pictures and papers are what hostile files are made
 * for: one that breaks, hangs or fills the memory takes that process with it and not the platform. It starts with the first file
 * and ends when none has come for a while, so that a platform without files pays nothing.
 */
export async function writtenInWorkshop(given: FileGiven): Promise<FileWritten> {
  const mine = last.then(() => work(given))
  last = mine.catch(() => undefined)
  const worked = await mine
  if ('refused' in worked) throw new RefusedFile(worked.refused)
  return { ...worked.written, bytes: Buffer.from(worked.written.bytes) }
}

async function work(given: FileGiven): Promise<Worked> {
  clearTimeout(closing)
  const child = (workshop ??= open())
  child.ref()
  child.channel?.ref()
  const late = setTimeout(() => child.kill('SIGKILL'), longestWork)
  const watch = setInterval(() => void endIfTooLarge(child), watchEvery)
  try {
    return await answerOf(child, given)
  } finally {
    clearTimeout(late)
    clearInterval(watch)
    // Neither this process nor a test waits for it to end.
    child.unref()
    child.channel?.unref()
    closing = setTimeout(() => child.disconnect(), idleFor).unref()
  }
}

/** What it makes of the file; one that ends meanwhile was ended by the file. */
function answerOf(child: ChildProcess, given: FileGiven): Promise<Worked> {
  return new Promise((resolve) => {
    const answer = (worked: Worked) => {
      child.off('message', answer).off('exit', ended)
      resolve(worked)
    }
    const ended = () => answer({ refused: 'file-is-broken' })
    child.on('message', answer).on('exit', ended)
    child.send(given, (error) => error && ended())
  })
}

function open(): ChildProcess {
  const folder = import.meta.url.endsWith('.ts') ? 'server/responses/files' : 'build/process'
  const child = fork(join(projectRoot(), folder, 'workshop-process.js'), [], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=256'],
    // It reads files of strangers: it is told no secret.
    env: { NODE_ENV: process.env['NODE_ENV'], PATH: process.env['PATH'] },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const gone = () => {
    if (workshop === child) workshop = undefined
  }
  return child.once('exit', gone).once('disconnect', gone).on('error', gone)
}

/** Memory that is not JavaScript's has no limit of Node's. Where the system does not say how much it is, the time limit must do. */
async function endIfTooLarge(child: ChildProcess): Promise<void> {
  const status = await readFile(`/proc/${child.pid}/statm`, 'latin1').catch(() => '')
  const pages = Number(status.split(' ')[1] ?? 0)
  if (pages * 4096 > mostMemory) child.kill('SIGKILL')
}
