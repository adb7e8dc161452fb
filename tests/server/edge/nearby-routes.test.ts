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

test('an address is held against the routes of its first word, and those that may match anything', () => {
  expect(near('/needs')).toEqual(['root', 'home', 'needs', 'need', 'inside', 'file', 'rest'])
  expect(near('/needs/4/story')).toEqual(near('/needs'))
  expect(near('/rooms/4')).toEqual(['root', 'home', 'rooms', 'file', 'rest'])
  expect(near('/')).toEqual(['root', 'home', 'file', 'rest'])
})

test('an address that begins like no route is held against all of them', () => {
  for (const pathname of [
    '/figures.csv',
    '/needs.data',
    '/rooms/4.data',
    '/Needs',
    '/%6eeeds',
    '/__manifest',
    '/constructor',
    '/_root.data',
  ])
    expect(near(pathname)).toEqual(Object.keys(routes))
})
