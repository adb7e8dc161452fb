import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#db/root.ts'
import { answering } from './answering.ts'
import { figure, median, say, type Figure } from './figures.ts'

const sets = join(projectRoot(), 'tests/server/opinions/analysis/sets')
const synthetic = [
  { people: 2_000, statements: 900, answers: 90, aim: '< 300' },
  { people: 10_000, statements: 200, answers: 200, aim: '< 500' },
  { people: 10_000, statements: 1_000, answers: 100, aim: '< 1500' },
  { people: 10_000, statements: 500, answers: 50 },
  { people: 100_000, statements: 500, answers: 50 },
]

/** The analysis of real conversations and of made-up ones up to five million votes; then answering, beside a bare insert. */
export async function measure(url: string): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const set of readdirSync(sets).filter((name) => name !== 'README.md')) {
    const file = join(sets, set, 'participants-votes.csv.gz')
    figures.push(...analysed(set, [file], '< 300'))
  }
  const walls = new Map<number, number>()
  for (const { people, statements, answers, aim } of synthetic) {
    const name = `${people} x ${statements}, ${people * answers} votes`
    const its = analysed(name, [people, statements, answers].map(String), aim)
    figures.push(...its)
    walls.set(people * answers, its[0]?.value ?? Number.NaN)
    if (people * statements === 10_000_000) figures.push(memory(name, its))
  }
  figures.push(
    figure('ten times the votes', walls.get(5_000_000)! / walls.get(500_000)!, 'times the time', {
      aim: '<= 12',
    }),
  )
  return [...figures, ...(await answering(url))]
}

function analysed(name: string, given: string[], aim: string | undefined): Figure[] {
  const [ours, ideal] = (['ours', 'ideal'] as const).map((what) => run(what, given))
  const wall = median(ours!.milliseconds)
  const best = median(ideal!.milliseconds)
  say(
    `${name}: ${wall.toFixed(0)} ms, two dense passes ${best.toFixed(0)} ms, ${(ours!.peak / 1000).toFixed(0)} MB`,
  )
  return [
    figure(name, wall, 'ms', { baseline: best, ratio: best / wall, ...(aim ? { aim } : {}) }),
    figure(`${name}: peak memory`, ours!.peak / 1000, 'MB'),
  ]
}

function memory(name: string, [, peak]: Figure[]): Figure {
  return figure(`${name}: peak memory of the whole process`, peak?.value ?? Number.NaN, 'MB', {
    aim: '< 300',
  })
}

function run(what: string, given: string[]): { milliseconds: number[]; base: number; peak: number } {
  const source = join(projectRoot(), 'tests/bench/bare/analysis.ts')
  const words = ['--import', 'tsx', source, what, ...given]
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as ReturnType<typeof run>
}
