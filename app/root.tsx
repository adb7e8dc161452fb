import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  UNSAFE_RemixContext as RemixContext,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { DrawnPart } from './drawn-part.ts'
import { directionOf, screenLanguages } from './i18n/languages.ts'
import { lastChange } from './last-change.ts'
import { LookSent } from './look-sent.ts'
import { Footer } from './pieces/footer.tsx'
import { Header } from './pieces/header.tsx'
import { Notice } from './pieces/notice.tsx'
import { PageHeading } from './pieces/page-heading.tsx'
import { SkipLink } from './pieces/skip-link.tsx'
import { handlesOf } from './route-handle.ts'
import leftToRight from './styles/built/app.css?url'
import rightToLeft from './styles/built/app.rtl.css?url'
import { WordsSent } from './words-sent.ts'

export function loader({ context }: LoaderFunctionArgs) {
  const { actor } = context.platform
  return {
    language: context.language,
    nonce: context.nonce,
    person:
      actor.kind === 'person'
        ? { name: actor.name, unread: actor.unread, oversees: actor.roles.length > 0 }
        : null,
    accessibilityUrl: context.site.accessibilityUrl ?? null,
    sourceUrl: context.site.sourceUrl ?? null,
  }
}

// What the shell shows changes only by a whole page load (signing in, choosing a language).
export function shouldRevalidate() {
  return false
}

export function Layout({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>('root')
  const { i18n } = useLingui()
  const { pathname, search } = useLocation()
  const words = useContext(WordsSent)
  const look = useContext(LookSent)
  const drawn = useContext(DrawnPart)
  const shared = useContext(RemixContext)?.manifest.entry.imports ?? []
  const matches = useMatches()
  const hydrates = handlesOf(matches).some((handle) => handle.hydrate)
  const direction = directionOf(i18n.locale)
  if (drawn.part === 'content') return <>{children}</>
  const body = { name: i18n._('shell.body'), href: '/' }
  return (
    <html lang={i18n.locale} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#06c" />
        {/* In the browser, what the server wrote: hydration would put this back to its own words. */}
        <title>{typeof document === 'undefined' ? 'Tavolo' : document.title}</title>
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {look.first === '' ? (
          <link rel="stylesheet" href={direction === 'rtl' ? rightToLeft : leftToRight} />
        ) : (
          <style
            id="look"
            nonce={shell?.nonce}
            suppressHydrationWarning
            dangerouslySetInnerHTML={{ __html: look.first }}
          />
        )}
        <Links />
      </head>
      <body>
        <SkipLink />
        <Header
          path={pathname + search}
          body={body}
          languages={screenLanguages}
          person={shell?.person ?? null}
        />
        {drawn.part === 'frame' ? drawn.contentMark : children}
        <Footer
          path={pathname}
          body={body}
          updatedAt={lastChange(matches.map(({ data }) => data))}
          accessibilityStatement={shell?.accessibilityUrl ?? undefined}
          source={shell?.sourceUrl ?? undefined}
        />
        {words !== '' && hydrates && (
          <>
            <link id="words" rel="preload" as="fetch" crossOrigin="anonymous" href={words} />
            {/* What all live pages share runs before the page's own: in one go, a finger would wait for both. */}
            {shared.map((address) => (
              <script key={address} nonce={shell?.nonce} type="module" async src={address} />
            ))}
            <Scripts nonce={shell?.nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

/** What a person sees when there is nothing here for them, or something broke: what happened and where to go. */
export function ErrorBoundary() {
  const { _ } = useLingui()
  const thrown = useRouteError()
  const status = isRouteErrorResponse(thrown) ? thrown.status : 500
  const reason = isRouteErrorResponse(thrown)
    ? (thrown.data as { reason?: unknown } | null)?.reason
    : undefined
  const known =
    status === 404
      ? 'unseen'
      : status === 403
        ? 'forbidden'
        : status === 429
          ? 'too-many'
          : status < 500
            ? 'refused'
            : 'defect'
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_(`refusal.page.${known}`)} />
      <Notice tone={status >= 500 ? 'bad' : 'info'}>
        {status !== 404 && typeof reason === 'string'
          ? _(`refusal.${reason}`)
          : _(`refusal.page.${known}.text`)}
      </Notice>
      <p>
        <a href="/">{_('refusal.page.home')}</a>
      </p>
    </main>
  )
}
