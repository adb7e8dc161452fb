import type { LoaderFunctionArgs } from '@remix-run/node'
import { hasAreas } from '#app/i18n/catalogues.ts'
import { screenLanguages } from '#app/i18n/languages.ts'
import { wordsFile } from '#app/i18n/words-file.ts'
import type { RouteHandle } from '#app/route-handle.ts'

export const handle: RouteHandle = { answers: 'scripts' }

/** The words of a live page, for its scripts: the same for everybody, and kept for as long as they are what was asked for. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const language = screenLanguages.find((known) => known === params['language'])
  const areas = (params['areas'] ?? '').split('+')
  if (!language || !hasAreas(language, areas)) throw new Response(null, { status: 404 })
  const { text, version } = wordsFile(language, areas)
  // While a platform is being replaced an old page may ask the new node, or the other way round: that answer is not to be kept.
  // Nor is any by a cache that many share, since a session's fresh cookie may come with it.
  const isAsAsked = new URL(request.url).searchParams.get('version') === version
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': isAsAsked ? 'private, max-age=31536000, immutable' : 'no-store',
      Vary: 'Accept-Encoding',
    },
  })
}
