import { gzipSync } from 'node:zlib'
import { setTimeout as wait } from 'node:timers/promises'
import { hashOf, newKey } from '#server/responses/secrets.ts'
import { readForm } from '#server/surveys/xlsform/read-form.ts'
import { workbookOf } from '#tests/server/surveys/workbooks.ts'
import { figure, median, quantile, say, type Figure } from './figures.ts'
import { ask, openWire } from './load/http.ts'
import { populate } from './population.ts'
import { startBare, startPlatform, type Running } from './processes.ts'
import { asked, scratchDatabase } from './scratch.ts'
import { importMilliseconds } from './survey-import.ts'
import { surveyResults } from './survey-results.ts'

const [rounds, seconds, pages, each, people] = [3, 4, 6, 10, 10_000]
const choices = ['never', 'rarely', 'sometimes', 'often', 'always']

/** One page of a survey kept and the next one drawn, beside a bare form on the same stack. */
export async function measure(url: string): Promise<Figure[]> {
  const bare = await startBare('survey.tsx', { DATABASE_URL: await scratchDatabase(url, 'bare_survey') })
  const database = await scratchDatabase(url, 'surveys')
  say('filling the database')
  const { consultationId } = await populate(database, 1_000)
  const { surveyId, keys } = await open(database, consultationId)
  const ours = await startPlatform(database)
  const step: Step = {
    post: (page, who) =>
      posted(
        `/surveys/${surveyId}/answering?page=${page}`,
        fieldsOf(page, who),
        `responding=${keys[who]}.link..no`,
      ),
    get: (page, who) =>
      ask(`/surveys/${surveyId}/answering?page=${page}`, { Cookie: `responding=${keys[who]}.link..no` }),
  }
  const figures: Figure[] = []
  for (const connections of [1, 32]) {
    const pairs: { its: Sample; mine: Sample }[] = []
    await walk(bare, bareStep, connections, 1)
    await walk(ours, step, connections, 1)
    for (let round = 0; round < rounds; round++)
      pairs.push({
        its: await walk(bare, bareStep, connections, seconds),
        mine: await walk(ours, step, connections, seconds),
      })
    const name = `${connections} connection${connections === 1 ? '' : 's'}: pages kept and drawn`
    say(pairs.map(({ its, mine }) => `${its.perSecond.toFixed(0)}/${mine.perSecond.toFixed(0)}`).join(' '))
    figures.push(
      figure(name, median(pairs.map(({ mine }) => mine.perSecond)), 'pages/s', {
        baseline: median(pairs.map(({ its }) => its.perSecond)),
        ratio: median(pairs.map(({ its, mine }) => mine.perSecond / its.perSecond)),
        aim: 'ratio >= 0.5',
      }),
      figure(`${name}, p99`, median(pairs.map(({ mine }) => mine.p99)), 'ms', {
        baseline: median(pairs.map(({ its }) => its.p99)),
      }),
      figure(
        `${name}, errors`,
        pairs.reduce((sum, { mine }) => sum + mine.errors, 0),
        'answers',
        { aim: '= 0' },
      ),
    )
  }
  const importing = figure('import of 500 rows', await importMilliseconds(), 'ms', { aim: '<= 300' })
  const weight = await weights(ours, surveyId, keys[0] ?? '')
  return [...figures, importing, ...weight, ...(await surveyResults(url))]
}

type Sample = { perSecond: number; p99: number; errors: number }
/** What is sent with a page that was filled in, and what is asked for then. */
type Step = Record<'post' | 'get', (page: number, who: number) => string>

const bareStep: Step = {
  post: (page, who) => posted(`/?index&id=${who}&page=${page}`, bareFieldsOf(page, who), ''),
  get: (page, who) => ask(`/?id=${who}&page=${page}`),
}

let begun = 0

/** Each connection is one person after another who fills in page after page of a response of their own, from the first to the last. */
async function walk({ port }: Running, step: Step, connections: number, forSeconds: number): Promise<Sample> {
  const took: number[] = []
  let errors = 0
  const until = performance.now() + forSeconds * 1000
  const connection = async () => {
    const wire = openWire(port)
    let who = begun++ % people
    for (let page = 0; performance.now() < until; page = (page + 1) % pages) {
      const post = step.post(page, who)
      if (page === pages - 1) who = begun++ % people
      const get = step.get((page + 1) % pages, who)
      const began = performance.now()
      if ((await wire.send(post)) !== 303 || (await wire.send(get)) !== 200) errors++
      took.push(performance.now() - began)
    }
    wire.end()
  }
  await Promise.all(Array.from({ length: connections }, connection))
  await wait(50)
  return { perSecond: took.length / forSeconds, p99: quantile(took, 0.99), errors }
}

function posted(path: string, fields: Record<string, string>, cookie: string): string {
  const body = new URLSearchParams(fields).toString()
  const headers = { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' }
  const lines = Object.entries({
    Host: 'localhost',
    ...headers,
    'Content-Length': String(Buffer.byteLength(body)),
  })
  return `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

function fieldsOf(page: number, who: number): Record<string, string> {
  const fields = Array.from({ length: each }, (_, at) => [
    `page${page}/q${page}_${at}`,
    at < 5
      ? (choices[(at + who) % choices.length] ?? '')
      : `Una risposta di poche parole, la numero ${at} di ${who}`,
  ])
  return { ...Object.fromEntries(fields), '~page': String(page), '~go': 'next' }
}

function bareFieldsOf(page: number, who: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: each }, (_, at) => [
      `q${page}_${at}`,
      at < 5 ? 'Often' : `An answer of a few words, by ${who}`,
    ]),
  )
}

type Client = Parameters<Parameters<typeof asked>[1]>[0]

/** Sixty questions on six pages, half of them choices, some with a condition or a rule, and responses that were begun. */
async function open(database: string, consultationId: string): Promise<{ surveyId: string; keys: string[] }> {
  const rows = Array.from({ length: pages }, (_, page) => [
    `begin_group | page${page} | Pagina ${page + 1} | field-list | | |`,
    ...Array.from({ length: each }, (__, at) =>
      at < 5
        ? `select_one often | q${page}_${at} | Quanto spesso succede, domanda ${page} ${at}? | | yes | |`
        : `text | q${page}_${at} | Che cosa ne pensi, domanda ${page} ${at}? | | yes | string-length(.) < 500 | ${at === 9 ? `\${q${page}_0} != ''` : ''}`,
    ),
    'end_group | | | | | |',
  ])
  const { form } = await readForm(
    await workbookOf({
      survey: ['type | name | label | appearance | required | constraint | relevant', ...rows.flat()].join(
        '\n',
      ),
      choices: ['list_name | name | label', ...choices.map((name) => `often | ${name} | ${name}`)].join('\n'),
    }),
  )
  const keys = Array.from({ length: people }, newKey)
  return asked(database, async (client: Client) => {
    const { rows: made } = await client.query<{ id: string }>(
      `insert into surveys (consultation_id, title, definition, definition_hash, state, access, opens_at, closes_at, opened_by, opened_at, created_by)
       select id, 'Questionario', $2, 'bench', 'open', '{link}', now() - interval '1 day', now() + interval '9 days', opened_by, now(), opened_by
       from consultations where id = $1 returning id`,
      [consultationId, JSON.stringify(form)],
    )
    const surveyId = made[0]?.id ?? ''
    await client.query(
      `insert into survey_responses (survey_id, key_hash, language, touched_on)
       select $1, key_hash, '', current_date from unnest($2::bytea[]) key_hash`,
      [surveyId, keys.map(hashOf)],
    )
    return { surveyId, keys }
  })
}

/** What a page weighs on the wire: with its style sheet the first time, without it afterwards. */
async function weights({ port }: Running, surveyId: string, key: string): Promise<Figure[]> {
  const base = `http://localhost:${port}`
  const answer = await fetch(`${base}/surveys/${surveyId}/answering?page=0`, {
    headers: { Cookie: `responding=${key}.link..no` },
  })
  const html = await answer.text()
  const page = gzipSync(html).length / 1024
  const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? ''
  const look = await (await fetch(base + sheet)).text()
  return [
    figure('first page with its look', page + gzipSync(look).length / 1024, 'kB', { aim: '<= 30' }),
    figure('each page after', page, 'kB', { aim: '<= 10' }),
  ]
}
