import type { ServerBuild } from '@remix-run/node'

type Routes = Record<string, { path?: string; parentId?: string } | undefined>

/**
 * For an address, the same build with only the routes that begin with its first word. Remix holds an address against
 * every route there is, three times a page, which with a hundred of them costs as much as drawing a small page. An
 * address that begins with no route's word is left to the whole build, and so is what Remix asks for itself.
 */
export function nearbyRoutes(build: ServerBuild): (pathname: string) => ServerBuild {
  const builds = new Map([['', narrowed(build, '')]])
  for (const id of Object.keys(build.routes)) {
    const word = firstWord(build.routes, id)
    if (word !== undefined) builds.set(word, builds.get(word) ?? narrowed(build, word))
  }
  return (pathname) =>
    pathname.endsWith('.data') ? build : (builds.get(pathname.split('/', 2)[1] ?? '') ?? build)
}

function narrowed(build: ServerBuild, word: string): ServerBuild {
  const keep = <Kept extends Routes>(routes: Kept): Kept =>
    Object.fromEntries(
      Object.entries(routes).filter(([id]) => (firstWord(build.routes, id) ?? word) === word),
    ) as Kept
  const routes = Object.entries(keep(build.routes)).map(([id, route]) => [id, route && unlisted(route)])
  return {
    ...build,
    routes: Object.fromEntries(routes) as ServerBuild['routes'],
    assets: { ...build.assets, routes: keep(build.assets.routes) },
  }
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

/** None where any address may match: the root, a layout without an address, a parameter. */
function firstWord(routes: Routes, id: string): string | undefined {
  let address = ''
  for (let route = routes[id]; route; route = routes[route.parentId ?? ''])
    address = [route.path, address].filter(Boolean).join('/')
  return /^[a-z-]+(?=\/|$)/.exec(address)?.[0]
}
