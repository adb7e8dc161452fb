import { PassThrough } from 'node:stream'
import { createRequestHandler } from '@remix-run/express'
import { createReadableStreamFromReadable, type EntryContext, type ServerBuild } from '@remix-run/node'
import { Links, Meta, Outlet, RemixServer, Scripts, ScrollRestoration, useLoaderData } from '@remix-run/react'
import compression from 'compression'
import express from 'express'
import pg from 'pg'
import { renderToPipeableStream } from 'react-dom/server'

// The page to measure against: what Remix's own template makes of twenty items read from Postgres, on the same Express
// and the same driver, with no session, no rules, no translations and no design. The build is written out, as the
// compiler would write it.

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
await pool.query(`create table if not exists bare_items as select n as id, 'A thing that people need, number ' || n as title,
  'Two lines or so of what was written about it, enough for a reader to tell whether this is worth opening.' as text,
  'An association of somewhere' as author, '2026-01-15T10:00:00Z' as at from generate_series(1, 1000) n`)
await pool.query('create index if not exists bare_items_newest on bare_items (id)')

type Item = { id: number; title: string; text: string; author: string; at: string }

async function loader(): Promise<Item[]> {
  const text = 'select id, title, text, author, at from bare_items order by id desc limit 20'
  const { rows } = await pool.query<Item>({ name: 'newest', text })
  return rows
}

function Items() {
  const items = useLoaderData<typeof loader>()
  return (
    <main>
      <h1>Items</h1>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <h2>
              <a href={`/items/${item.id}`}>{item.title}</a>
            </h2>
            <p>{item.text}</p>
            <p>
              {item.author}, <time dateTime={item.at}>{item.at}</time>
            </p>
          </li>
        ))}
      </ul>
    </main>
  )
}

function Root() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={context} url={request.url} abortDelay={5_000} />,
      {
        onShellReady() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html')
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
          pipe(body)
        },
        onShellError: (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
      },
    )
    setTimeout(abort, 5_000).unref()
  })
}

const route = {
  hasAction: false,
  hasLoader: false,
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: false,
}
const chunks = ['/assets/index.js', '/assets/components.js']
const build: ServerBuild = {
  entry: { module: { default: handleRequest } },
  routes: {
    root: { id: 'root', path: '', module: { default: Root } },
    'routes/_index': {
      id: 'routes/_index',
      parentId: 'root',
      index: true,
      module: { default: Items, loader },
    },
  },
  assets: {
    entry: { module: '/assets/entry.client.js', imports: chunks },
    routes: {
      root: { ...route, id: 'root', path: '', module: '/assets/root.js', imports: chunks },
      'routes/_index': {
        ...route,
        id: 'routes/_index',
        parentId: 'root',
        index: true,
        hasLoader: true,
        module: '/assets/_index.js',
        imports: chunks,
      },
    },
    url: '/assets/manifest.js',
    version: '1',
  },
  publicPath: '/',
  assetsBuildDirectory: 'build/client',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
  isSpaMode: false,
  mode: 'production',
}

const web = express()
web.disable('x-powered-by')
web.use(compression())
const answer = createRequestHandler({ build, mode: 'production' })
web.all('*', (request, response, next) => void answer(request, response, next))
web.listen(Number(process.env['PORT']), '127.0.0.1')
