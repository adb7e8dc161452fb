import { I18nProvider } from '@lingui/react'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { contentSecurityOf } from './content-security.ts'
import { i18nIn, messagesOf } from './i18n/catalogues.ts'
import type { RouteHandle } from './route-handle.ts'
import { PageTitle } from './page-title.ts'
import { WordsSent } from './words-sent.ts'

/** Draws a page at once, as a whole: it is small, and an error must still be able to change its status. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  // Remix would send the loaders' data in a stream beside the page; a page drawn at once has it whole, at its end.
  const { serverHandoffStream: loaded, ...entry } = remix
  const handles = remix.staticHandlerContext.matches.flatMap(({ route }) => {
    const handle = remix.routeModules[route.id]?.handle as RouteHandle | undefined
    return handle ? [handle] : []
  })
  const hydrates = handles.some((handle) => handle.hydrate) && !remix.staticHandlerContext.errors
  const words = hydrates
    ? JSON.stringify({
        language: context.language,
        messages: messagesOf(context.language, [
          'shell',
          'refusal',
          ...handles.flatMap((handle) => handle.words ?? []),
        ]),
      }).replaceAll('<', '\\u003c')
    : ''
  let heading = ''
  const keepTitle = (title: string) => void (heading = title)
  const page = (
    <PageTitle.Provider value={keepTitle}>
      <WordsSent.Provider value={words}>
        <I18nProvider i18n={i18nIn(context.language)}>
          <RemixServer context={entry} url={request.url} nonce={context.nonce} />
        </I18nProvider>
      </WordsSent.Provider>
    </PageTitle.Provider>
  )
  // Static markup has none of the marks that hydration needs: smaller to send and quicker to draw.
  const html = hydrates ? renderToString(page) : renderToStaticMarkup(page)
  const data = hydrates && loaded ? await dataScript(loaded, context.nonce) : ''
  const title = heading ? `${escapeHtml(heading)} · Tavolo` : 'Tavolo'
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set(
    'Content-Security-Policy',
    contentSecurityOf(hydrates ? context.nonce : undefined, context.site.origin),
  )
  return new Response(
    `<!DOCTYPE html>${html.replace('<title>Tavolo</title>', () => `<title>${title}</title>`)}${data}`,
    { status, headers },
  )
}

/** Remix would print the error itself; the platform's log is JSON and names no person. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.report?.(error)
}

/** What the loaders answered, for the browser's half of Remix to start from. */
async function dataScript(loaded: ReadableStream<Uint8Array>, nonce: string): Promise<string> {
  const text = JSON.stringify(await new Response(loaded).text()).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const controller = 'window.__remixContext.streamController'
  return `<script nonce="${nonce}">${controller}.enqueue(${text});${controller}.close();</script>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
