import { setTimeout as wait } from 'node:timers/promises'
import { figure, median, quantile, say, type Figure } from './figures.ts'
import { ask, openWire, press } from './load/http.ts'
import { morePeople, sessionsOf } from './people.ts'
import { populate } from './population.ts'
import { startBare, startPlatform, type Running } from './processes.ts'
import { asked, scratchDatabase } from './scratch.ts'

const [rounds, seconds] = [5, 4]
const [people, statements, atOnce] = [1_000, 200, 500]
const [pause, turns] = [5, 3]
const votes = ['agree', 'disagree', 'pass']

/** Answering beside a bare insert, pages while answers are analysed, and 500 people at once while the map is read. */
export async function answering(url: string): Promise<Figure[]> {
  const database = await scratchDatabase(url, 'opinions')
  say('filling the database')
  const { consultationId } = await populate(database, 1_000)
  const { ids, cookies, asks } = await asked(database, async (client) => {
    const ids = await morePeople(client, people)
    const cookies = await sessionsOf(client, ids)
    const asks = await collect(client, consultationId)
    await client.query('analyze')
    return { ids, cookies, asks }
  })
  const bare = await startBare('opinions.ts', { DATABASE_URL: database })
  const ours = await startPlatform(database)
  const statementOf = (n: number) => asks[Math.floor(n / people + n) % statements]
  const answer = (n: number) =>
    ask(
      '/api/v1/opinions/answer-statement',
      { cookie: cookies[n % people] ?? '' },
      JSON.stringify({ statementId: statementOf(n), vote: votes[n % 3] }),
    )
  const bareAnswer = (n: number) =>
    ask(
      '/opinions',
      {},
      JSON.stringify({ answererId: ids[n % people], statementId: statementOf(n), vote: (n % 3) - 1 }),
    )

  await rate(bare, bareAnswer)
  await rate(ours, answer)
  const pairs: { its: number; mine: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const its = await rate(bare, bareAnswer)
    const mine = await rate(ours, answer)
    pairs.push({ its, mine })
    say(`bare ${its.toFixed(0)}, ours ${mine.toFixed(0)} answers/s`)
  }
  const results = ask(`/consultations/${consultationId}/opinions/results`, { cookie: cookies[0] ?? '' })
  const quiet = await pages(ours, results)
  // One answer makes the node analyse everything anew at its next turn.
  const [busy] = await Promise.all([
    pages(ours, results),
    press({ port: ours.port, connections: 1, seconds: seconds * 2, request: answer, most: 20 }),
  ])
  const [crowd, readers] = await Promise.all([
    crowdOf(ours, answer),
    press({
      port: ours.port,
      connections: 1,
      seconds: pause * turns,
      request: () => results,
      most: pause * turns * 20,
    }),
  ])
  const lag = await lagOf(ours)
  return [
    figure('16 connections answering', median(pairs.map(({ mine }) => mine)), 'answers/s', {
      baseline: median(pairs.map(({ its }) => its)),
      ratio: median(pairs.map(({ its, mine }) => mine / its)),
      aim: 'ratio >= 0.6',
    }),
    figure('pages while answers are analysed: p99', busy, 'ms', {
      baseline: quiet,
      ratio: busy / quiet,
      aim: 'ratio <= 1.1',
    }),
    figure(
      `${atOnce} answering at once while the map is read: p99`,
      quantile(crowd.milliseconds, 0.99),
      'ms',
      {
        aim: '< 100',
      },
    ),
    figure(`${atOnce} answering at once: errors`, crowd.errors + readers.errors, 'answers', { aim: '= 0' }),
    figure(`${atOnce} answering at once: event loop late, p99`, lag, 'ms', { aim: '< 50' }),
  ]
}

async function rate(server: Running, request: (n: number) => string): Promise<number> {
  const done = await press({ port: server.port, connections: 16, seconds, request })
  if (done.errors > 0)
    throw new Error(`${done.errors} answers were refused: ${JSON.stringify(done.statuses)}`)
  return done.requests / done.seconds
}

async function pages(server: Running, request: string): Promise<number> {
  const done = await press({
    port: server.port,
    connections: 2,
    seconds: seconds * 2,
    request: () => request,
  })
  return quantile(done.milliseconds, 0.99)
}

/** Each is connected and answers a statement every five seconds, as somebody does who reads it first; all of them at odds. */
async function crowdOf(server: Running, request: (n: number) => string) {
  const done = { milliseconds: [] as number[], errors: 0 }
  const person = async (_: unknown, n: number) => {
    const wire = openWire(server.port)
    await wait(pause * 1000 * (n / atOnce))
    for (let turn = 0; turn < turns; turn++) {
      const began = performance.now()
      if ((await wire.send(request(n + turn * people))) !== 200) done.errors++
      const took = performance.now() - began
      done.milliseconds.push(took)
      await wait(Math.max(0, pause * 1000 - took))
    }
    wire.end()
  }
  await Promise.all(Array.from({ length: atOnce }, person))
  return done
}

async function lagOf({ port }: Running): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text)?.[1]) * 1000
}

type Client = Parameters<Parameters<typeof asked>[1]>[0]

/** Statements that are open and shown, with the answers of 2,000 people who stay unknown. */
async function collect(client: Client, consultationId: string): Promise<string[]> {
  await client.query(
    `insert into statement_collections (consultation_id, is_open, lets_guests, shows_results, last_number, arranged_by)
     select id, true, true, true, $2, opened_by from consultations where id = $1`,
    [consultationId, statements],
  )
  const { rows } = await client.query<{ id: string }>(
    `insert into statements (consultation_id, number, text, language, state)
     select $1, n - 1, 'Affermazione ' || n || ' ' || gen_random_uuid(), 'it', 'approved' from generate_series(1, $2::int) n returning id`,
    [consultationId, statements],
  )
  await client.query(
    `with made as (insert into answerers (consultation_id) select $1 from generate_series(1, 2000) returning id),
     numbered as (select id, row_number() over () as place from made)
     insert into opinions (answerer_id, statement_id, vote)
     select numbered.id, s.id, case when (s.number + numbered.place * (s.number % 3)) % 2 = 0 then 1 else -1 end
     from numbered cross join statements s where s.consultation_id = $1 and (s.number + numbered.place) % 4 = 0`,
    [consultationId],
  )
  return rows.map(({ id }) => id)
}
