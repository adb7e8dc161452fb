import { commit, machine, say, type Measure } from './figures.ts'
import { postgresAt, postgresVersion } from './scratch.ts'
import { tidyUp } from './tidy.ts'

/** `npm run bench -- NAME`: progress on stderr, one JSON object on stdout, exit status 1 when a figure misses its aim. */
const benchmarks: Record<string, () => Promise<{ measure: Measure }>> = {
  pages: () => import('./pages.ts'),
  room: () => import('./room.ts'),
  meeting: () => import('./meeting.ts'),
  rooms: () => import('./rooms.ts'),
  storm: () => import('./storm.ts'),
  votes: () => import('./votes.ts'),
  ballots: () => import('./ballots.ts'),
  opinions: () => import('./opinions.ts'),
  surveys: () => import('./surveys.ts'),
  weight: () => import('./weight.ts'),
  process: () => import('./process.ts'),
}

const name = process.argv[2] ?? ''
const load = benchmarks[name]
const url = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']
if (!load) leave(`Say which benchmark: ${Object.keys(benchmarks).join(', ')}`)
if (!url) leave('The benchmarks run on a real Postgres: set TEST_DATABASE_URL (or DATABASE_URL).')
const postgres = await postgresVersion(url).catch((error: Error) =>
  leave(`No Postgres answers at ${postgresAt(url)}: ${error.message}`),
)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void tidyUp().finally(() => process.exit(130)))
try {
  const { measure } = await load()
  const figures = await measure(url)
  for (const { name: title, value, unit, ratio, aim, ok } of figures)
    say(
      `${ok ? ' ' : '✗'} ${title}: ${value} ${unit}${ratio === null ? '' : `, ratio ${ratio}`}${aim ? ` (${aim})` : ''}`,
    )
  process.stdout.write(
    `${JSON.stringify({ bench: name, commit: commit(), machine: machine(postgres), figures })}\n`,
  )
  process.exitCode = figures.every((one) => one.ok) ? 0 : 1
} finally {
  await tidyUp()
}

function leave(words: string): never {
  say(words)
  process.exit(2)
}
