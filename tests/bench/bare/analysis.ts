import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { analyse, readVotes, type Votes } from '#server/opinions/analysis/index.ts'
import { syntheticVotes } from '../synthetic-votes.ts'

// One analysis in a process of its own, so that its memory is its own: `ours` or the `ideal` to measure it against,
// which is two passes over the same matrix written out whole, and nothing found out.
const [what, ...given] = process.argv.slice(2)
const milliseconds: number[] = []
const base = process.resourceUsage().maxRSS
for (let turn = 0; turn < 5; turn++) milliseconds.push(timed(what === 'ideal' ? idealOf : analysisOf))
process.stdout.write(JSON.stringify({ milliseconds, base, peak: process.resourceUsage().maxRSS }))

function votes(): Votes {
  const [first = ''] = given
  if (first.endsWith('.gz')) return readVotes(gunzipSync(readFileSync(first)), first)
  const [people = 0, statements = 0, answers = 0] = given.map(Number)
  return syntheticVotes(people, statements, answers)
}

function timed(make: (read: Votes) => () => void): number {
  const run = make(votes())
  const began = performance.now()
  run()
  return performance.now() - began
}

function analysisOf(read: Votes) {
  return () => void analyse(read)
}

function idealOf({ participants, statements, starts, cells }: Votes) {
  const [rows, columns] = [participants.length, statements.length]
  const matrix = new Float32Array(rows * columns)
  for (let row = 0; row < rows; row++)
    for (const cell of cells.subarray(starts[row], starts[row + 1]))
      matrix[row * columns + ((cell / 3) | 0)] = (cell % 3) - 1
  return () => {
    const along = new Float64Array(rows)
    const across = new Float64Array(columns).fill(1)
    for (let row = 0, at = 0; row < rows; row++)
      for (let column = 0; column < columns; column++, at++) along[row]! += matrix[at]! * across[column]!
    for (let row = 0, at = 0; row < rows; row++)
      for (let column = 0; column < columns; column++, at++) across[column]! += matrix[at]! * along[row]!
  }
}
