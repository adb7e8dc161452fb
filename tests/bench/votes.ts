import { figure, median, quantile, say, type Figure } from './figures.ts'
import { ask, openWire, press } from './load/http.ts'
import { openPoll, paper } from './papers.ts'
import { morePeople, sessionsOf } from './people.ts'
import { populate } from './population.ts'
import { cpuOf, startBare, startPlatform, type Running } from './processes.ts'
import { asked, scratchDatabase } from './scratch.ts'

const rounds = 5
const seconds = 4
const voters = 1_000
/** So many of the new people press twice at once. */
const impatient = 100
const choices = ['for', 'against', 'abstain']

/** Voting and changing one's vote beside a bare upsert; and a thousand first votes at the same moment. */
export async function measure(url: string): Promise<Figure[]> {
  const database = await scratchDatabase(url, 'votes')
  say('filling the database')
  const { consultationId } = await populate(database, 1_000)
  const { people, cookies, ballots, named, boxed } = await asked(database, async (client) => {
    const people = await morePeople(client, voters)
    return {
      people,
      cookies: await sessionsOf(client, people),
      ballots: [await openBallot(client, consultationId, 1), await openBallot(client, consultationId, 2)],
      named: await openPoll(client, consultationId, 'open'),
      boxed: await openPoll(client, consultationId, 'confidential'),
    }
  })
  const [ballotId = '', firstBallotId = ''] = ballots
  const codes = people.map(() => crypto.randomUUID())
  const bare = await startBare('votes.ts', { DATABASE_URL: database })
  const ours = await startPlatform(database)

  const vote = (ballot: string, n: number) =>
    ask(
      '/api/v1/ballots/cast-vote',
      { cookie: cookies[n % voters] ?? '' },
      JSON.stringify({ ballotId: ballot, unit: 'person', choice: choices[n % 3] }),
    )
  const cast = (pollId: string, n: number) =>
    ask(
      '/api/v1/polls/cast-paper',
      { cookie: cookies[n % voters] ?? '' },
      paper(pollId, n, pollId === boxed ? codes[n % voters] : undefined),
    )
  const bareVote = (n: number) =>
    ask('/votes', {}, JSON.stringify({ ballotId, electorId: people[n % voters], choice: choices[n % 3] }))
  const first = await firstVotes(ours, (n) => vote(firstBallotId, n))
  const kept = await votesKept(database, firstBallotId)
  say(`${voters} first votes at once: ${JSON.stringify(first)}, kept ${JSON.stringify(kept)}`)

  await run(bare, bareVote)
  await run(ours, (n) => vote(ballotId, n))
  const pairs: { its: Sample; mine: Sample }[] = []
  for (let n = 0; n < rounds; n++) {
    const its = await run(bare, bareVote)
    const mine = await run(ours, (each) => vote(ballotId, each))
    pairs.push({ its, mine })
    say(`bare ${its.perSecond.toFixed(0)}, ours ${mine.perSecond.toFixed(0)} votes/s`)
  }
  const papers: { tier: string; sample: Sample }[] = []
  for (const [tier, pollId] of [
    ['named', named],
    ['confidential', boxed],
  ] as const)
    for (let n = 0; n < 2; n++) papers.push({ tier, sample: await run(ours, (each) => cast(pollId, each)) })
  const bareRate = median(pairs.map(({ its }) => its.perSecond))
  const compared = (name: string, of: (it: Sample) => number, unit: string, aim?: string) =>
    figure(name, median(pairs.map(({ mine }) => of(mine))), unit, {
      baseline: median(pairs.map(({ its }) => of(its))),
      ratio: median(pairs.map(({ its, mine }) => of(mine) / of(its))),
      ...(aim ? { aim } : {}),
    })
  return [
    compared('16 connections voting', (it) => it.perSecond, 'votes/s', 'ratio >= 0.5'),
    compared('16 connections voting: p99', (it) => it.p99, 'ms'),
    compared('16 connections voting: processor', (it) => it.cpu, 'ms/vote'),
    figure(
      '16 connections voting: errors',
      pairs.reduce((sum, { mine }) => sum + mine.errors, 0),
      'answers',
      { aim: '= 0' },
    ),
    ...(['named', 'confidential'] as const).flatMap((tier) => {
      const samples = papers.filter((each) => each.tier === tier).map(({ sample }) => sample)
      const rate = median(samples.map(({ perSecond }) => perSecond))
      return [
        figure(`papers of a poll, ${tier}`, rate, 'papers/s', {
          baseline: bareRate,
          ratio: rate / bareRate,
        }),
        figure(`papers of a poll, ${tier}: p99`, median(samples.map(({ p99 }) => p99)), 'ms'),
        figure(
          `papers of a poll, ${tier}: errors`,
          samples.reduce((sum, { errors }) => sum + errors, 0),
          'answers',
          { aim: '= 0' },
        ),
      ]
    }),
    figure('first votes at once: the last was answered after', first.milliseconds, 'ms'),
    figure('first votes at once: errors', first.errors, 'answers', { aim: '= 0' }),
    figure('first votes at once: lost', voters - kept.people, 'votes', { aim: '= 0' }),
    figure('first votes at once: double', kept.votes - kept.people, 'votes', { aim: '= 0' }),
  ]
}

type Sample = { perSecond: number; p99: number; cpu: number; errors: number }

async function run(server: Running, request: (n: number) => string): Promise<Sample> {
  const before = cpuOf(server.pid)
  const done = await press({ port: server.port, connections: 16, seconds, request })
  return {
    perSecond: done.requests / done.seconds,
    p99: quantile(done.milliseconds, 0.99),
    cpu: (cpuOf(server.pid) - before) / done.requests,
    errors: done.errors,
  }
}

/** Everybody is connected and then all vote in the same moment, some of them twice. */
async function firstVotes(server: Running, request: (n: number) => string) {
  const wires = Array.from({ length: voters + impatient }, () => openWire(server.port))
  const began = performance.now()
  const statuses = await Promise.all(wires.map((wire, n) => wire.send(request(n % voters))))
  const milliseconds = performance.now() - began
  for (const wire of wires) wire.end()
  return { errors: statuses.filter((status) => status !== 200).length, milliseconds }
}

async function votesKept(database: string, ballotId: string): Promise<{ votes: number; people: number }> {
  const { rows } = await asked(database, (client) =>
    client.query<{ votes: number; people: number }>(
      `select count(*)::int as votes, count(distinct elector_id)::int as people from votes where ballot_id = $1`,
      [ballotId],
    ),
  )
  return rows[0] ?? { votes: 0, people: 0 }
}

type Client = Parameters<Parameters<typeof asked>[1]>[0]

/** A proposal under vote, on the roll of everybody registered so far. */
async function openBallot(client: Client, consultationId: string, number: number): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `with by as (select opened_by as id from consultations where id = $1),
     proposal as (
       insert into proposals (consultation_id, number, state, created_by, published_at) select $1, $2, 'voting', id, now() from by returning id),
     version as (
       insert into proposal_versions (proposal_id, version, title, document, plain, ask, addressee, author_id)
       select proposal.id, 1, 'Un alloggio per chi lavora', '{"root": {"type": "root", "children": []}}', '', 'Un elenco pubblico', 'La Regione', by.id
       from proposal, by returning proposal_id, version),
     roll as (select count(*)::int as n from people)
     insert into ballots (proposal_id, proposal_version, consultation_id, definition_hash, state, quorum, majority, opens_at, closes_at, opened_at, people_on_roll, created_by)
     select proposal_id, version, $1, repeat('0', 64), 'open', 50, 'simple', now(), now() + interval '1 day', now(), roll.n, by.id
     from version, by, roll returning id`,
    [consultationId, number],
  )
  return rows[0]?.id ?? ''
}
