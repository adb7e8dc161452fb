import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import type { ServerBuild } from '@remix-run/node'
import { projectRoot } from '#db/root.ts'

/** The screens as they are served in production. */
export async function screensBuilt(): Promise<ServerBuild> {
  await projectBuilt()
  return (await import(pathToFileURL(join(projectRoot(), 'build/server/index.js')).href)) as ServerBuild
}

/** Builds what is served in production when a source is newer; one worker builds, the other waits. */
export async function projectBuilt(): Promise<void> {
  const root = projectRoot()
  const lock = join(root, 'node_modules/.cache/tavolo-building.pid')
  mkdirSync(join(lock, '..'), { recursive: true })
  while (!taken(lock)) await wait(300)
  // The configuration leaves Remix out where it sees Vitest.
  const { VITEST: _, ...forBuilding } = process.env
  try {
    execFileSync('node_modules/.bin/tsx', ['server/build.ts', '--if-stale'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: forBuilding,
    })
  } finally {
    rmSync(lock)
  }
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    // A lock left by a worker that was killed would stop every later run. A build itself may take minutes on a slow machine.
    if (wasLeft(lock)) rmSync(lock, { force: true })
    return false
  }
}

function wasLeft(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // Just made, its holder not yet written in it.
    return pid > 0 && !isAlive(pid)
  } catch {
    // Given back meanwhile.
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
