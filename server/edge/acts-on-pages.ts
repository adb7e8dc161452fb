import type { ServerBuild } from '@remix-run/node'

/**
 * An act has an address and mostly no page of its own, and Remix sends what is thrown at such an address as it is: whoever
 * is refused would read a line of JSON. With a page there, which is never drawn, the root's error page says it; with that
 * page's boundary on the act itself, the frame around it still knows who is reading.
 */
export function actsOnPages(build: ServerBuild): ServerBuild {
  const boundary = build.routes['root']?.module.ErrorBoundary
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (route?.module.action === undefined || isNeverAPage(route.module.handle)) return [id, route]
    const { default: page, ErrorBoundary } = route.module as Partial<typeof route.module>
    const module = { ...route.module, default: page ?? nothing, ErrorBoundary: ErrorBoundary ?? boundary }
    return [id, { ...route, module }]
  })
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] }
}

function isNeverAPage(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'answers' in handle
}

const nothing = () => null
