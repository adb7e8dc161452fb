import type { ServerBuild } from '@remix-run/node'

type Routes = Record<string, { path?: string; parentId?: string } | undefined>

/**
 * For an address, the same build with only the routes that it may be an address of. Remix holds an address against every route
 * there is, three times a page, which with two hundred of them costs as much as drawing a small page. An address of no route is left to
 * the whole build, and so is what Remix asks for itself.
 */
export function nearbyRoutes(build: ServerBuild): (pathname: string) => ServerBuild {
  const addresses = Object.keys(build.routes).map((id) => ({ id, segments: segmentsOf(build.routes, id) }))
  const lean = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => [id, route && unlisted(route)]),
  ) as ServerBuild['routes']
  const builds = new Map<string, ServerBuild>()
  return (pathname) => {
    if (isForTheWhole(pathname)) return build
    const given = pathname.split('/').filter(Boolean)
    const near = addresses.filter(({ segments }) => mayBe(segments, given)).map(({ id }) => id)
    if (near.length === 0) return build
    const key = near.join(' ')
    const found = builds.get(key) ?? narrowed(build, lean, near)
    builds.set(key, found)
    return found
  }
}

/** What Remix asks for itself; and what it reads otherwise than we do: it decodes, and does not mind capitals. */
function isForTheWhole(pathname: string): boolean {
  return pathname.endsWith('.data') || /[A-Z%]|\/\//.test(pathname)
}

function mayBe(segments: string[], given: string[]): boolean {
  const isOpen = segments.at(-1) === '*'
  const fixed = isOpen ? segments.slice(0, -1) : segments
  if (isOpen ? given.length < fixed.length : given.length !== fixed.length) return false
  return fixed.every((segment, at) => segment.startsWith(':') || segment === given[at])
}

function narrowed(build: ServerBuild, lean: ServerBuild['routes'], near: string[]): ServerBuild {
  const kept = new Set<string>()
  for (const id of near)
    for (let at: string | undefined = id; at !== undefined; at = build.routes[at]?.parentId) kept.add(at)
  const keep = <Kept extends Routes>(routes: Kept): Kept =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id))) as Kept
  return { ...build, routes: keep(lean), assets: { ...build.assets, routes: keep(build.assets.routes) } }
}

type Route = NonNullable<ServerBuild['routes'][string]>

/**
 * Remix writes down for the browser what loaders answered, at each request, even for a page without scripts that never
 * sends it; that costs half as much as drawing the page. What stands behind an empty object can be read and is not
 * written; app/entry.server.tsx writes it where it is sent.
 */
function unlisted(route: Route): Route {
  const { loader } = route.module
  if (!loader) return route
  const hiding: typeof loader = async (asked) => {
    const answer: unknown = await loader(asked)
    const isPlain =
      typeof answer === 'object' && answer !== null && Object.getPrototypeOf(answer) === Object.prototype
    return isPlain ? (Object.create(answer) as object) : answer
  }
  return { ...route, module: { ...route.module, loader: hiding } }
}

function segmentsOf(routes: Routes, id: string): string[] {
  const segments: string[] = []
  for (let route = routes[id]; route; route = routes[route.parentId ?? ''])
    segments.unshift(...(route.path ?? '').split('/').filter(Boolean))
  return segments
}
