import type { LoaderFunctionArgs } from '@remix-run/node'
import { i18nIn } from '#app/i18n/catalogues.ts'
import { refusedPage } from '#app/refused.ts'
import { turnoutWords } from '#app/turnout-words.ts'

/** What a ballot's page asks while it stays open, already in the reader's language: it has no translations with it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const tally = await context.platform.ballots
    .showTally(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const i18n = i18nIn(context.language)
  const text = turnoutWords((id, values) => i18n._(id, values), tally)
  return Response.json({ isOpen: tally.state === 'open' || tally.state === 'opening', text })
}
