import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { commit, machine, say } from '#tests/bench/figures.ts'
import { postgresAt, postgresVersion } from '#tests/bench/scratch.ts'
import { tidyUp } from '#tests/bench/tidy.ts'
import { runMutants } from './mutants.ts'
import { postgresPrograms } from './place/servers.ts'
import { runScenario, type Outcome } from './run-scenario.ts'
import { scenarios } from './scenarios.ts'

/** `npm run faults -- SCENARIO --seed N`: progress on stderr, one JSON object on stdout, exit status 1 on any breach. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string' },
    repeats: { type: 'string' },
    history: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
})
const name = positionals[0] ?? ''
const scenario = scenarios[name]
const url = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']
if (!scenario && name !== 'mutants')
  leave(`Say which scenario: ${Object.keys(scenarios).join(', ')}, mutants`)
if (!url) leave('Faults strike a real Postgres: set TEST_DATABASE_URL (or DATABASE_URL).')
const postgres = await postgresVersion(url).catch((error: Error) =>
  leave(`No Postgres answers at ${postgresAt(url)}: ${error.message}`),
)
const redis = redisVersion() ?? leave('redis-server is not installed.')
if (scenario?.ownPostgres && !postgresPrograms()) leave('initdb of Postgres is not installed.')

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void tidyUp().finally(() => process.exit(130)))
try {
  const seed = Number(values.seed)
  const asked = {
    url,
    seed,
    isShort: values.short,
    ...(values.seconds ? { seconds: Number(values.seconds) } : {}),
    ...(values.history ? { keepAt: values.history } : {}),
    ...(values.repeats ? { repeats: Number(values.repeats) } : {}),
  }
  say(`${name}, seed ${seed}`)
  const outcome = scenario ? await runScenario(scenario, asked) : await runMutants(asked)
  tell(outcome, seed)
  process.exitCode = outcome.breaches.length === 0 ? 0 : 1
} finally {
  await tidyUp()
}

function tell({ operations, faults, figures, breaches, historySha256 }: Outcome, seed: number): void {
  for (const { name: title, value, unit, aim, ok } of figures)
    say(`${ok ? ' ' : '✗'} ${title}: ${value} ${unit}${aim ? ` (${aim})` : ''}`)
  for (const { invariant, what } of breaches.slice(0, 20)) say(`BREACH ${invariant}: ${what}`)
  say(`${operations} operations, ${faults} faults, ${breaches.length} breaches`)
  const shown = figures.map(({ name: title, value, unit, aim, ok }) => ({
    name: title,
    value,
    unit,
    ...(aim ? { aim } : {}),
    ok,
  }))
  const report = {
    scenario: name,
    seed,
    commit: commit(),
    machine: { ...machine(postgres), redis },
    operations,
    faults,
    figures: shown,
    breaches,
    historySha256,
  }
  process.stdout.write(`${JSON.stringify(report)}\n`)
}

function redisVersion(): string | undefined {
  try {
    return /v=(\S+)/.exec(execFileSync('redis-server', ['--version'], { encoding: 'utf8' }))?.[1]
  } catch {
    return undefined
  }
}

function leave(words: string): never {
  say(words)
  process.exit(2)
}
