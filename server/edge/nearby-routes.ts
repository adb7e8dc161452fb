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
  return (pathname) => builds.get(pathname.split('/', 2)[1] ?? '') ?? build
}

function narrowed(build: ServerBuild, word: string): ServerBuild {
  const keep = <Kept extends Routes>(routes: Kept): Kept =>
    Object.fromEntries(
      Object.entries(routes).filter(([id]) => (firstWord(build.routes, id) ?? word) === word),
    ) as Kept
  return {
    ...build,
    routes: keep(build.routes),
    assets: { ...build.assets, routes: keep(build.assets.routes) },
  }
}

/** None where any address may match: the root, a layout without an address, a parameter. */
function firstWord(routes: Routes, id: string): string | undefined {
  let address = ''
  for (let route = routes[id]; route; route = routes[route.parentId ?? ''])
    address = [route.path, address].filter(Boolean).join('/')
  return /^[a-z-]+(?=\/|$)/.exec(address)?.[0]
}
