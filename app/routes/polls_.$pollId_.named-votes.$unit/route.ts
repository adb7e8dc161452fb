import type { LoaderFunctionArgs } from '@remix-run/node'
import { namedVotesFile } from '#app/named-votes-file.ts'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const votes = await context.platform.polls
    .takeVotes(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return namedVotesFile(`poll-${params['pollId']}-named-votes-${params['unit']}`, votes)
}
