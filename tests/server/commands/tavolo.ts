import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const entry = join(import.meta.dirname, '../../../server/commands/tavolo.js')

/** What a terminal would show, and how the command ended. */
export function tavolo(...words: string[]): { out: string; said: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [entry, ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return { out: stdout, said: stderr, status }
}
