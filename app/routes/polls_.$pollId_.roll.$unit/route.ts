import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvOf } from '#app/csv.ts'
import { refusedPage } from '#app/refused.ts'

/** Who may vote, for the officers who set the vote up elsewhere. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const electors = await context.platform.polls
    .takeRoll(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const rows = electors.map(({ id, name, people }) => [id, name, people.join('; ')])
  return new Response(csvOf([['elector', 'name', 'voted_by'], ...rows]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="poll-${params['pollId']}-roll-${params['unit']}.csv"`,
    },
  })
}
