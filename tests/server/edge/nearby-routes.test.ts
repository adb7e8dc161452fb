import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { nearbyRoutes } from '#server/edge/nearby-routes.ts'

const routes = {
  root: { id: 'root', path: '' },
  home: { id: 'home', parentId: 'root', index: true },
  needs: { id: 'needs', parentId: 'root', path: 'needs' },
  need: { id: 'need', parentId: 'root', path: 'needs/:needId' },
  inside: { id: 'inside', parentId: 'need', path: 'story' },
  rooms: { id: 'rooms', parentId: 'root', path: 'rooms/:roomId' },
  file: { id: 'file', parentId: 'root', path: 'figures.csv' },
  rest: { id: 'rest', parentId: 'root', path: '*' },
}
const modules = Object.entries(routes).map(([id, route]) => [id, { ...route, module: {} }])
const build = {
  routes: Object.fromEntries(modules),
  assets: { routes, version: '1' },
} as unknown as ServerBuild

function near(pathname: string): string[] {
  const some = nearbyRoutes(build)(pathname)
  expect(Object.keys(some.assets.routes)).toEqual(Object.keys(some.routes))
  return Object.keys(some.routes)
}

test('an address is held against the routes that it may be an address of, and what they lie in', () => {
  expect(near('/needs')).toEqual(['root', 'needs', 'rest'])
  expect(near('/needs/4')).toEqual(['root', 'need', 'rest'])
  expect(near('/needs/4/story')).toEqual(['root', 'need', 'inside', 'rest'])
  expect(near('/needs/4/')).toEqual(near('/needs/4'))
  expect(near('/rooms/4')).toEqual(['root', 'rooms', 'rest'])
  expect(near('/figures.csv')).toEqual(['root', 'file', 'rest'])
  expect(near('/')).toEqual(['root', 'home', 'rest'])
  expect(near('/constructor')).toEqual(['root', 'rest'])
})

test('what Remix reads otherwise, or asks for itself, is held against all of them', () => {
  for (const pathname of ['/needs.data', '/rooms/4.data', '/Needs', '/%6eeeds', '//needs', '/_root.data'])
    expect(near(pathname)).toEqual(Object.keys(routes))
})

test('an address of no route is left to the whole build', () => {
  const { rest: _rest, ...closed } = routes
  const without = { routes: build.routes, assets: build.assets } as ServerBuild
  delete without.routes['rest']
  expect(Object.keys(nearbyRoutes(without)('/__manifest').routes)).toEqual(Object.keys(closed))
})
