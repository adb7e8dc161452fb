import { figure, median, say, type Figure } from './figures.ts'
import { ask, press } from './load/http.ts'
import { morePeople, sessionsOf } from './people.ts'
import { startBare, type Running } from './processes.ts'
import { asked } from './scratch.ts'

const rounds = 5
const seconds = 2

/** Many guests at once on one public page, which the cache serves; and that it serves nobody another's page. */
export async function surge(at: { url: string; server: Running }, path: string): Promise<Figure[]> {
  const hello = await startBare('hello.ts')
  const pairs: { plain: number; ours: number; errors: number }[] = []
  for (let n = 0; n < rounds; n++) {
    const plain = await run(hello.port, ask('/'))
    const ours = await run(at.server.port, ask(path))
    pairs.push({ plain: plain.perSecond, ours: ours.perSecond, errors: ours.errors })
  }
  say(
    `surge: ${pairs.map(({ plain, ours }) => `${plain.toFixed(0)}/${ours.toFixed(0)}`).join(' ')} requests/s`,
  )
  await hello.stop()
  const { wrong, none } = await mixedUp(at, path)
  return [
    figure('surge of guests on one page', median(pairs.map(({ ours }) => ours)), 'requests/s', {
      baseline: median(pairs.map(({ plain }) => plain)),
      ratio: median(pairs.map(({ plain, ours }) => ours / plain)),
      aim: 'ratio >= 0.45',
    }),
    figure(
      'surge: not answered with a page',
      pairs.reduce((sum, { errors }) => sum + errors, none),
      'answers',
      { aim: '= 0' },
    ),
    figure('one reader’s page shown to another', wrong, 'pages', { aim: '= 0' }),
  ]
}

async function run(port: number, request: string) {
  const outcome = await press({ port, connections: 32, seconds, request: () => request })
  return { perSecond: outcome.requests / outcome.seconds, errors: outcome.errors }
}

/**
 * Two people and guests ask for the same address at once: each must see their own name, and guests nobody's. What was
 * no page at all is counted apart.
 */
async function mixedUp(
  at: { url: string; server: Running },
  path: string,
): Promise<{ wrong: number; none: number }> {
  const names = ['Zenobia Quarantadue', 'Teofrasto Novantanove']
  const cookies = await asked(at.url, async (client) => {
    const people = await morePeople(client, names.length)
    for (const [index, id] of people.entries())
      await client.query('update people set name = $1 where id = $2', [names[index], id])
    return sessionsOf(client, people)
  })
  const seen = { wrong: 0, none: 0 }
  for (let round = 0; round < 10; round++) {
    const visits = Array.from({ length: 30 }, async (_, n) => {
      const reader = (n % 3) - 1
      const cookie = cookies[reader]
      const response = await fetch(`http://localhost:${at.server.port}${path}`, {
        headers: cookie ? { cookie } : {},
      })
      const page = await response.text()
      if (!response.ok) seen.none++
      else if (names.some((name, index) => page.includes(name) !== (index === reader))) seen.wrong++
    })
    await Promise.all(visits)
  }
  return seen
}
