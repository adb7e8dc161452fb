import { randomUUID } from 'node:crypto'
import { I18nProvider } from '@lingui/react'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { answersScript } from './answers-script.ts'
import { AsideSent } from './aside-sent.ts'
import { contentSecurityOf } from './content-security.ts'
import { drawnBefore } from './drawn-before.ts'
import { DrawnPart, type Part } from './drawn-part.ts'
import { filled } from './filled.ts'
import { i18nIn } from './i18n/catalogues.ts'
import { directionOf } from './i18n/languages.ts'
import { wordsAddress } from './i18n/words-file.ts'
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
  ltr: { first: Buffer.from(leftToRight), rest: Buffer.from(restLeftToRight) },
  rtl: { first: Buffer.from(rightToLeft), rest: Buffer.from(restRightToLeft) },
}
const noLook = { first: '', rest: '' }

const pages = drawnBefore<Promise<PageCopies>>(200)
const parts = drawnBefore<Drawn>(600)

/** Stand in what is drawn where something goes that is not; they are never sent, so nobody can write one. */
const gaps = {
  title: '<title>Tavolo</title>',
  content: `content-${randomUUID()}`,
  aside: `aside-${randomUUID()}`,
  look: { first: `look-${randomUUID()}`, rest: `rest-${randomUUID()}` },
}
const doctype = '<!DOCTYPE html>'

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
  const page = hydrates ? await drawnToWake(asked, handles) : drawnInParts(asked)
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

/** A page that hydrates says where its words are, and goes with what its loaders answered. */
function drawnToWake(asked: Asked, handles: RouteHandle[]): Promise<PageCopies> {
  const { context, remix } = asked
  const areas = ['shell', 'refusal', ...handles.flatMap(({ words }) => words ?? [])]
  const isInside = handles.some(({ look }) => look === 'inside')
  const look = isInside ? looks[directionOf(context.language)] : noLook
  const draw = async () => {
    const sent = { words: wordsAddress(context.language, areas), look: isInside ? gaps.look : noLook }
    const { html, title } = drawing(asked, { part: 'whole' }, sent)
    const texts = filled(html, [
      [gaps.title, titleOf(title)],
      [gaps.look.first, look.first],
      [gaps.look.rest, look.rest],
    ])
    return context.cut(doctype, ...texts, await answersScript(remix.staticHandlerContext, context.nonce))
  }
  return mayBeKept(asked) ? pages.once([...frameOf(asked), ...contentOf(asked)], draw) : draw()
}

/** By its frame and its content, for as long as both are kept. */
const joined = new WeakMap<Drawn, WeakMap<Drawn, PageCopies>>()

/** Without scripts, a frame that is one reader's around a content that is many readers'. */
function drawnInParts(asked: Asked): PageCopies {
  const { context } = asked
  if (!mayBeKept(asked)) {
    const { html, title } = drawing(asked, { part: 'whole' })
    const texts = filled(html, [
      [gaps.title, titleOf(title)],
      [gaps.aside, asideOf(asked)],
    ])
    return context.cut(doctype, ...texts)
  }
  const content = parts.once(['content', ...contentOf(asked).map(withoutAsides)], () =>
    drawing(asked, { part: 'content' }),
  )
  const frame = parts.once(['frame', ...frameOf(asked)], () =>
    drawing(asked, { part: 'frame', contentMark: gaps.content }),
  )
  const before = joined.get(frame)?.get(content)
  if (before) return before
  const inside = filled(content.html, [[gaps.aside, asideOf(asked)]])
  const texts = filled(frame.html, [
    [gaps.title, titleOf(content.title)],
    [gaps.content, ...inside],
  ])
  const page = context.cut(doctype, ...texts)
  // The same content may go with another aside.
  if (inside.length === 1) joined.set(frame, (joined.get(frame) ?? new WeakMap()).set(content, page))
  return page
}

function asideOf({ remix }: Asked): string {
  const answers = Object.values<unknown>(remix.staticHandlerContext.loaderData)
  return asJson(answers.find(hasAside)?.aside ?? null)
}

function hasAside(answer: unknown): answer is { aside: unknown } {
  return typeof answer === 'object' && answer !== null && 'aside' in answer
}

function titleOf(title: string): string {
  return `<title>${title ? `${escapeHtml(title)} · Tavolo` : 'Tavolo'}</title>`
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
            <AsideSent.Provider value={gaps.aside}>
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

/** As it may stand in a script of a page. */
function asJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
