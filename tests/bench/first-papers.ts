import { figure, median, quantile, say, type Figure } from './figures.ts'
import { ask, press } from './load/http.ts'
import { openPoll, paper } from './papers.ts'
import { morePeople, sessionsOf } from './people.ts'
import { populate } from './population.ts'
import { startBare, startPlatform, type Running } from './processes.ts'
import { asked, scratchDatabase } from './scratch.ts'

const voters = 10_000
const connections = 16
/** Polls in which everybody votes once; each beside as many bare inserts. */
const rounds = 3

/** Ten thousand people cast their paper, each for the first time, beside as many bare inserts. */
export async function measureFirstPapers(url: string): Promise<Figure[]> {
  const database = await scratchDatabase(url, 'papers')
  say(`filling the database with ${voters} voters`)
  const { consultationId } = await populate(database, 1_000)
  const { people, cookies, polls } = await asked(database, async (client) => {
    const people = await morePeople(client, voters)
    const polls: string[] = []
    for (let n = 0; n < rounds; n++) polls.push(await openPoll(client, consultationId, 'open'))
    return { people, cookies: await sessionsOf(client, people), polls }
  })
  const bare = await startBare('votes.ts', { DATABASE_URL: database })
  const ours = await startPlatform(database)
  const pairs: { its: Cast; mine: Cast }[] = []
  for (const pollId of polls) {
    const its = await castAll(bare, (n) =>
      ask('/votes', {}, JSON.stringify({ ballotId: pollId, electorId: people[n], choice: 'for' })),
    )
    const mine = await castAll(ours, (n) =>
      ask('/api/v1/polls/cast-paper', { cookie: cookies[n] ?? '' }, paper(pollId, n, undefined)),
    )
    say(`bare ${its.perSecond.toFixed(0)}, ours ${mine.perSecond.toFixed(0)} first papers/s`)
    pairs.push({ its, mine })
  }
  const kept = await papersKept(database, polls)
  const rate = (of: (pair: (typeof pairs)[number]) => number) => median(pairs.map(of))
  const name = `casting ${voters.toLocaleString('en')} first papers`
  return [
    figure(
      name,
      rate(({ mine }) => mine.perSecond),
      'papers/s',
      {
        baseline: rate(({ its }) => its.perSecond),
        ratio: rate(({ its, mine }) => mine.perSecond / its.perSecond),
      },
    ),
    figure(
      `${name}: p99`,
      rate(({ mine }) => mine.p99),
      'ms',
      { baseline: rate(({ its }) => its.p99) },
    ),
    figure(
      `${name}: errors`,
      pairs.reduce((sum, { mine }) => sum + mine.errors, 0),
      'answers',
      { aim: '= 0' },
    ),
    figure(`${name}: lost`, rounds * voters - kept.people, 'papers', { aim: '= 0' }),
    figure(`${name}: double`, kept.papers - kept.people, 'papers', { aim: '= 0' }),
  ]
}

type Cast = { perSecond: number; p99: number; errors: number }

async function castAll(server: Running, request: (n: number) => string): Promise<Cast> {
  const done = await press({ port: server.port, connections, seconds: 300, most: voters, request })
  return {
    perSecond: done.requests / done.seconds,
    p99: quantile(done.milliseconds, 0.99),
    errors: done.errors,
  }
}

async function papersKept(database: string, polls: string[]): Promise<{ papers: number; people: number }> {
  const { rows } = await asked(database, (client) =>
    client.query<{ papers: number; people: number }>(
      `select count(*)::int as papers, count(distinct (poll_id, elector_id))::int as people from poll_votes where poll_id = any($1)`,
      [polls],
    ),
  )
  return rows[0] ?? { papers: 0, people: 0 }
}
