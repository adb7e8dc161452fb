import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { tavolo } from '../server/commands/tavolo.ts'

const verifier = fileURLToPath(new URL('../verify/recount.py', import.meta.url))
export const hasPython = spawnSync('python3', ['--version']).status === 0

export type CountedAgain = {
  winners?: string[]
  funded?: string[]
  outcome?: string
  order?: string[][]
  rounds: unknown
  ties: unknown
  tally?: Record<string, number>
  median?: string | null
}

/** What the two commands that a page prints say of the file that it gives out. */
export async function countedAgain(
  { text, file }: { text: string; file: string },
  { ours, independent }: { ours: string; independent: string },
): Promise<{ ours: CountedAgain; theirs: CountedAgain }> {
  const folder = mkdtempSync(join(tmpdir(), 'tavolo-recount-'))
  try {
    writeFileSync(join(folder, file), text)
    const typed = (command: string) =>
      command.split(' ').map((word) => (word === file ? join(folder, file) : word))
    const [, , ...words] = typed(ours)
    const { out, said } = await tavolo(...words, '--json')
    expect(said).toBe('')
    const [, , ...given] = typed(independent)
    const { stdout, stderr } = spawnSync('python3', [verifier, ...given], { encoding: 'utf8' })
    expect(stderr).toBe('')
    return { ours: JSON.parse(out) as CountedAgain, theirs: JSON.parse(stdout) as CountedAgain }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
