import { PassThrough } from 'node:stream'
import { createRequestHandler } from '@remix-run/express'
import {
  type ActionFunctionArgs,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
  redirect,
  type ServerBuild,
} from '@remix-run/node'
import {
  Form,
  Links,
  Meta,
  Outlet,
  RemixServer,
  Scripts,
  ScrollRestoration,
  useLoaderData,
} from '@remix-run/react'
import compression from 'compression'
import express from 'express'
import pg from 'pg'
import { renderToPipeableStream } from 'react-dom/server'

// The form to measure against: ten questions a page as Remix's own template would ask them, kept in one row by one statement and
// read again by another, with no session, no rules of a form, no translations and no design.

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
await pool.query('create table if not exists bare_responses (id int primary key, answers jsonb not null)')
await pool.query(
  "insert into bare_responses select n, '{}' from generate_series(0, 9999) n on conflict (id) do nothing",
)

const choices = ['Never', 'Rarely', 'Sometimes', 'Often', 'Always']

const askedFor = (request: Request) => {
  const search = new URL(request.url).searchParams
  return { page: Number(search.get('page') ?? 0), id: Number(search.get('id') ?? 0) }
}

async function loader({ request }: LoaderFunctionArgs) {
  const { page, id } = askedFor(request)
  const { rows } = await pool.query<{ answers: Record<string, string> }>(
    'select answers from bare_responses where id = $1',
    [id],
  )
  return { page, id, answers: rows[0]?.answers ?? {} }
}

async function action({ request }: ActionFunctionArgs) {
  const { page, id } = askedFor(request)
  const given = Object.fromEntries(await request.formData())
  if (Object.values(given).some((value) => value === '')) return { missing: true }
  await pool.query('update bare_responses set answers = answers || $2 where id = $1', [
    id,
    JSON.stringify(given),
  ])
  return redirect(`/?index&id=${id}&page=${(page + 1) % 6}`, 303)
}

function Questions() {
  const { page, id, answers } = useLoaderData<typeof loader>()
  return (
    <main>
      <h1>Page {page + 1}</h1>
      <Form method="post" action={`/?index&id=${id}&page=${page}`}>
        {Array.from({ length: 10 }, (_, at) => `q${page}_${at}`).map((name, at) =>
          at < 5 ? (
            <fieldset key={name}>
              <legend>How often does it happen, question {name}?</legend>
              {choices.map((choice) => (
                <label key={choice}>
                  <input type="radio" name={name} value={choice} defaultChecked={answers[name] === choice} />
                  {choice}
                </label>
              ))}
            </fieldset>
          ) : (
            <p key={name}>
              <label htmlFor={name}>What do you think of it, question {name}?</label>
              <input id={name} name={name} defaultValue={answers[name]} />
            </p>
          ),
        )}
        <button>Next</button>
      </Form>
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
      module: { default: Questions, loader, action },
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
        hasAction: true,
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
