import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { projectRoot } from '#db/root.ts'
import { cannotStart, serve } from './serve.ts'

serve(async () => {
  const path = join(projectRoot(), 'build/server/index.js')
  return { build: (await import(pathToFileURL(path).href)) as ServerBuild }
}).catch(cannotStart)
