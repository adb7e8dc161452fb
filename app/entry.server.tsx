import { randomUUID } from 'node:crypto'
import { I18nProvider } from '@lingui/react'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { encode } from 'turbo-stream'
import { AsideSent } from './aside-sent.ts'
import { contentSecurityOf } from './content-security.ts'
import { drawnBefore } from './drawn-before.ts'
import { DrawnPart, type Part } from './drawn-part.ts'
import { i18nIn, messagesOf } from './i18n/catalogues.ts'
import { directionOf } from './i18n/languages.ts'
import { lastChange } from './last-change.ts'
import { LookSent } from './look-sent.ts'
import { PageTitle } from './page-title.ts'
import type { RouteHandle } from './route-handle.ts'
import type { PageCopies } from './load-context.ts'
import restLeftToRight from './styles/built/room-rest.css?raw'
import restRightToLeft from './styles/built/room-rest.rtl.css?raw'
import leftToRight from './styles/built/room.css?raw'
import rightToLeft from './styles/built/room.rtl.css?raw'
import { WordsSent } from './words-sent.ts'

type Asked = { request: Request; status: number; remix: EntryContext; context: AppLoadContext }

type Drawn = { html: string; title: string }

const looks = {
  ltr: { first: leftToRight, rest: restLeftToRight },
  rtl: { first: rightToLeft, rest: restRightToLeft },
}
const noLook = { first: '', rest: '' }

const pages = drawnBefore<Promise<PageCopies>>(200)
const parts = drawnBefore<Drawn>(600)

/** Stands in a frame where the content goes; it is never sent, so nobody can write it. */
const contentMark = `content-${randomUUID()}`
/** Likewise where a page hands its script what was not drawn. */
const asideMark = `aside-${randomUUID()}`

/** Draws a page at once, not streamed: it is small, and an error must still be able to change its status. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  listAnswers(remix.staticHandlerContext)
  const asked = { request, status, remix, context }
  const handles = remix.staticHandlerContext.matches.flatMap(({ route }) => {
    const handle = remix.routeModules[route.id]?.handle as RouteHandle | undefined
    return handle ? [handle] : []
  })
  const hydrates = handles.some((handle) => handle.hydrate) && !remix.staticHandlerContext.errors
  const page = hydrates ? await drawnToWake(asked, handles) : context.cut(drawnInParts(asked))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set(
    'Content-Security-Policy',
    contentSecurityOf(
      hydrates ? context.nonce : undefined,
      context.site.origin,
      handles.some((handle) => handle.script),
    ),
  )
  // Handed over beside the answer, whose body would be made a stream and read back.
  context.page = page
  return new Response(null, { status, headers })
}

/** A page that hydrates goes with its words and with what its loaders answered. */
function drawnToWake(asked: Asked, handles: RouteHandle[]): Promise<PageCopies> {
  const { context } = asked
  const areas = ['shell', 'refusal', ...handles.flatMap(({ words }) => words ?? [])]
  const draw = async () => {
    const words = JSON.stringify({
      language: context.language,
      messages: messagesOf(context.language, areas),
    })
    const isInside = handles.some(({ look }) => look === 'inside')
    const { html, title } = drawing(
      asked,
      { part: 'whole' },
      {
        words: words.replaceAll('<', '\\u003c'),
        look: isInside ? looks[directionOf(context.language)] : noLook,
      },
    )
    return context.cut(titled(html, title) + (await answersScript(asked)))
  }
  return mayBeKept(asked) ? pages.once([...frameOf(asked), ...contentOf(asked)], draw) : draw()
}

/** Without scripts, a frame that is one reader's around a content that is many readers'. */
function drawnInParts(asked: Asked): string {
  if (!mayBeKept(asked)) {
    const { html, title } = drawing(asked, { part: 'whole' })
    return withAside(titled(html, title), asked)
  }
  const content = parts.once(['content', ...contentOf(asked).map(withoutAsides)], () =>
    drawing(asked, { part: 'content' }),
  )
  const frame = parts.once(['frame', content.title, ...frameOf(asked)], () => {
    const { html } = drawing(asked, { part: 'frame', contentMark })
    return { html: titled(html, content.title), title: '' }
  })
  return withAside(
    frame.html.replace(contentMark, () => content.html),
    asked,
  )
}

function withAside(html: string, { remix }: Asked): string {
  if (!html.includes(asideMark)) return html
  const { loaderData } = remix.staticHandlerContext
  const asides = Object.values<unknown>(loaderData).flatMap((answer) =>
    hasAside(answer) ? [answer.aside] : [],
  )
  const written = JSON.stringify(asides[0] ?? null).replaceAll('<', '\\u003c')
  return html.replace(asideMark, () => written)
}

function hasAside(answer: unknown): answer is { aside: unknown } {
  return typeof answer === 'object' && answer !== null && 'aside' in answer
}

function titled(html: string, title: string): string {
  const name = title ? `${escapeHtml(title)} · Tavolo` : 'Tavolo'
  return `<!DOCTYPE html>${html.replace('<title>Tavolo</title>', () => `<title>${name}</title>`)}`
}

function mayBeKept({ request, status, remix }: Asked): boolean {
  return request.method === 'GET' && status === 200 && !remix.staticHandlerContext.errors
}

/** All that the frame of a page is drawn from. */
function frameOf({ request, remix, context }: Asked): unknown[] {
  const { matches } = remix.staticHandlerContext
  const { root, ...others } = remix.staticHandlerContext.loaderData
  return [context.language, request.url, matches.at(-1)?.route.id, root, lastChange(Object.values(others))]
}

/** All that its content is drawn from. */
function contentOf({ request, remix, context }: Asked): unknown[] {
  const { root: _frame, ...others } = remix.staticHandlerContext.loaderData
  return [context.language, request.url, ...Object.entries(others).flat()]
}

function withoutAsides(from: unknown): unknown {
  return hasAside(from) ? { ...from, aside: undefined } : from
}

/** Brings back what the server hid from Remix's encoder (server/edge/nearby-routes.ts). */
function listAnswers({ loaderData }: EntryContext['staticHandlerContext']): void {
  for (const [id, answer] of Object.entries<unknown>(loaderData)) {
    if (typeof answer !== 'object' || answer === null || Object.keys(answer).length > 0) continue
    const behind: unknown = Object.getPrototypeOf(answer)
    if (behind !== Object.prototype) loaderData[id] = behind
  }
}

function drawing(
  { request, remix, context }: Asked,
  part: Part,
  { words, look } = { words: '', look: noLook },
): Drawn {
  let title = ''
  const { serverHandoffStream: _sentAtTheEnd, ...entry } = remix
  const page = (
    <DrawnPart.Provider value={part}>
      <PageTitle.Provider value={(heading) => void (title = heading)}>
        <WordsSent.Provider value={words}>
          <LookSent.Provider value={look}>
            <AsideSent.Provider value={asideMark}>
              <I18nProvider i18n={i18nIn(context.language)}>
                <RemixServer context={entry} url={request.url} nonce={context.nonce} />
              </I18nProvider>
            </AsideSent.Provider>
          </LookSent.Provider>
        </WordsSent.Provider>
      </PageTitle.Provider>
    </DrawnPart.Provider>
  )
  // Static markup has none of the marks that hydration needs: smaller to send and quicker to draw.
  return { html: words ? renderToString(page) : renderToStaticMarkup(page), title }
}

/** Remix would print the error itself; the platform's log is JSON and names no person. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.report?.(error)
}

/** What the loaders and the action answered, for the browser's half of Remix to start from. */
async function answersScript({ remix, context }: Asked): Promise<string> {
  const { loaderData, actionData } = remix.staticHandlerContext
  const answers = encode({ loaderData, actionData, errors: null })
  const text = JSON.stringify(await new Response(answers).text()).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const controller = 'window.__remixContext.streamController'
  return `<script nonce="${context.nonce}">${controller}.enqueue(${text});${controller}.close();</script>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
