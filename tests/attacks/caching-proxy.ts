import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

type Stored = {
  status: number
  headers: Headers
  body: Buffer
  at: number
  /** Seconds for which it may be shown unasked, stale time included. */
  lives: number
  /** Whom it was made for. */
  cookie: string | undefined
  varying: [name: string, value: string | undefined][]
}

/** Told of an answer that was kept: for whom it had been made, as their Cookie header. */
export const madeFor = 'x-made-for'
/** Seconds an answer is kept that says nothing about it: as long as any proxy would dare. */
const heuristically = 3_600
const kept = [200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501]

/**
 * A shared cache as greedy as HTTP lets it be (RFC 9111): it stores whatever it may, also what says nothing, shows it for as
 * long as it may, stale too where that is said, thinks nothing of cookies, and tells copies apart by Vary alone.
 */
export async function cachingProxy(origin: string) {
  const store = new Map<string, Stored[]>()
  const server = createServer((request, response) => {
    const answer = async () => {
      const key = request.url ?? ''
      const { headers } = request
      const found = store
        .get(key)
        ?.find(
          ({ varying, at, lives }) =>
            performance.now() - at < lives * 1_000 &&
            varying.every(([name, value]) => valueOf(headers, name) === value),
        )
      const shown = found ?? (await fetched(key, headers))
      response.statusCode = shown.status
      for (const [name, value] of shown.headers) response.appendHeader(name, value)
      if (found) response.setHeader(madeFor, found.cookie ?? 'nobody')
      response.end(shown.body)
    }
    answer().catch((error: unknown) => response.writeHead(502).end(String(error)))
  })

  async function fetched(path: string, headers: IncomingHttpHeaders): Promise<Stored> {
    const passed = ['cookie', 'accept-language', 'accept'].flatMap((name): [string, string][] => {
      const value = valueOf(headers, name)
      return value === undefined ? [] : [[name, value]]
    })
    const answer = await fetch(origin + path, { headers: passed, redirect: 'manual' })
    const its = new Headers(answer.headers)
    // What reached us is plain already, and of another length.
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection'])
      its.delete(name)
    const stored: Stored = {
      status: answer.status,
      headers: its,
      body: Buffer.from(await answer.arrayBuffer()),
      at: performance.now(),
      lives: secondsKept(answer.status, its),
      cookie: headers.cookie,
      varying: namesIn(its.get('vary')).map((name) => [name, valueOf(headers, name)]),
    }
    if (stored.lives > 0) store.set(path, [stored, ...(store.get(path) ?? [])])
    return stored
  }

  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function secondsKept(status: number, headers: Headers): number {
  const said = new Map(
    namesIn(headers.get('cache-control')).map((each) => {
      const [name = '', value = ''] = each.split('=')
      return [name, Number(value.replaceAll('"', ''))] as const
    }),
  )
  if (said.has('no-store') || said.has('private') || said.has('no-cache') || headers.get('vary') === '*')
    return 0
  const fresh = said.get('s-maxage') ?? said.get('max-age') ?? untilExpiry(headers)
  if (fresh === undefined && !said.has('public') && !kept.includes(status)) return 0
  return (fresh ?? heuristically) + (said.get('stale-while-revalidate') ?? 0)
}

function untilExpiry(headers: Headers): number | undefined {
  const expires = headers.get('expires')
  return expires === null ? undefined : (Date.parse(expires) - Date.now()) / 1_000
}

function namesIn(list: string | null): string[] {
  return (list ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

function valueOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}
