import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvFile } from '#app/csv-file.ts'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { votes } = await context.platform.opinions
    .exportVotes({ consultationId: params['consultationId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return csvFile('votes.csv', votes)
}
