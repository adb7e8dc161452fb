import type { LoaderFunctionArgs } from '@remix-run/node'
import { namedVotesFile } from '#app/named-votes-file.ts'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const votes = await context.platform.ballots
    .takeVotes(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return namedVotesFile(
    `ballot-${params['ballotId']}-named-votes-${params['unit']}`,
    votes.map(({ choice, ...vote }) => ({ ...vote, paper: { choice } })),
  )
}
