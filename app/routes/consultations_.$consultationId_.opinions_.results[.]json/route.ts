import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

/** The figures of the results page for machines: counts of people in steps, no person. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { consultation, results } = await context.platform.opinions
    .showResults({ consultationId: params['consultationId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return Response.json(
    { consultation, results },
    { headers: { 'Content-Disposition': 'attachment; filename="statements-by-group.json"' } },
  )
}
