import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { createServer as createVite } from 'vite'
import { cannotStart, serve } from './serve.ts'

// `npm run dev`: the screens come from Vite, anew at each change; `tsx watch` starts the process again when the server's own files change.
serve(async (server, settings) => {
  const vite = await createVite({
    server: { middlewareMode: true, hmr: { server } },
    // Of its own for each port, so that two development servers do not rewrite each other's.
    cacheDir: join(tmpdir(), `tavolo-vite-${settings.port}`),
    logLevel: 'warn',
  })
  return {
    assets: vite.middlewares,
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
  }
}).catch(cannotStart)
