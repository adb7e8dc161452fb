import { defineConfig, type Plugin } from 'vite'
import { compileCatalogue } from './server/sentences.ts'

// Tests draw no routes, and Remix's compiler alone takes two seconds to load.
const screens = process.env['VITEST'] ? undefined : (await import('@remix-run/dev')).vitePlugin

const isForDevelopment = process.env['NODE_ENV'] === 'development' || process.env['VITEST'] !== undefined

export default defineConfig({
  plugins: [
    translations(),
    fewerFiles(),
    withoutSockets(),
    screens?.({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  // Libraries carry a second copy of themselves for development, which nothing then reads but the parser.
  ...(isForDevelopment ? {} : { define: { 'process.env.NODE_ENV': '"production"' } }),
  worker: { plugins: () => [withoutPatterns()] },
  build: { target: 'es2022', cssMinify: false, assetsInlineLimit: 0, reportCompressedSize: false },
  // Everything the screens need on the server is in one file, so that starting reads one file and not a thousand.
  ssr: isForDevelopment ? {} : { noExternal: true, external: ['@remix-run/node'] },
  resolve: { dedupe: ['react', 'react-dom', '@lingui/core', '@lingui/react'] },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: 'tests/support/global-setup.ts',
    // One database a worker, kept between files: opening the embedded one takes longer than most tests.
    isolate: false,
    pool: 'forks',
    maxWorkers: 2,
    // Only what hangs is stopped: how fast something is, a benchmark says.
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
} as Parameters<typeof defineConfig>[0])

/**
 * A .po file becomes compiled messages, read when they are asked for: as text, which is read several times faster than the same as
 * code. No ICU parser reaches the browser.
 */
function translations(): Plugin {
  return {
    name: 'tavolo:translations',
    transform(code, id) {
      if (!id.split('?')[0]?.endsWith('.po')) return undefined
      const messages = JSON.stringify(JSON.stringify(compileCatalogue(code)))
      return { code: `export default () => JSON.parse(${messages})`, map: null }
    },
  }
}

/** Only a browser opens a live connection; what the server would read for it at each start is as large as all pieces. */
function withoutSockets(): Plugin {
  return {
    name: 'tavolo:without-sockets',
    enforce: 'pre',
    resolveId: (id, _importer, { ssr }) =>
      ssr && id === 'socket.io-client' && !process.env['VITEST'] ? '\0without-sockets' : undefined,
    load: (id) => (id === '\0without-sockets' ? 'export const io = undefined' : undefined),
  }
}

/**
 * The engine of patterns weighs more than all else that a survey's page runs. Without it a pattern cannot be worked out there, which
 * is an answer too: it is left to the server.
 */
function withoutPatterns(): Plugin {
  return {
    name: 'tavolo:without-patterns',
    enforce: 'pre',
    resolveId: (id) => (id === 're2js' ? '\0without-patterns' : undefined),
    load: (id) => (id === '\0without-patterns' ? 'export const RE2JS = undefined' : undefined),
  }
}

/** What live pages need comes in a few files: each of twenty small ones would cost a request and its headers. */
function fewerFiles(): Plugin {
  const frame =
    /node_modules\/(?:@lingui|@remix-run|react|react-dom|react-router|react-router-dom|scheduler)\//
  const shell =
    /\/app\/(?:i18n\/languages|route-handle|use-refused|language-names|look-sent|words-sent|pieces\/(?:badge|bars|breadcrumb|figure-table|empty-state|error-summary|field|footer|header|icon|icon-paths|mark|moment|notice|page-heading|select-field|skip-link|submit-button|text-area|text-field|user-text|wide-table))\.tsx?$/
  const ours = /\/(?:app|server|node_modules\/(?:@socket\.io|engine\.io|socket\.io))[^?]*\.[jt]sx?$/
  let only: Set<string> | undefined
  return {
    name: 'tavolo:fewer-files',
    config: (_config, { isSsrBuild }) =>
      isSsrBuild
        ? {}
        : {
            build: {
              rollupOptions: {
                // A page without a script of its own has an empty one, and a hundred lines that say so hide the one that matters.
                onwarn: (warning, warn) => {
                  if (warning.code !== 'EMPTY_BUNDLE') warn(warning)
                },
                output: {
                  manualChunks: (id, { getModuleIds, getModuleInfo }) => {
                    if (frame.test(id)) return 'frame'
                    if (shell.test(id)) return 'shell'
                    const behind = (start: RegExp) =>
                      reached(
                        [...getModuleIds()].filter((each) => start.test(each)),
                        (each) => getModuleInfo(each)?.importedIds ?? [],
                      )
                    only ??= onlyIn(
                      behind(/\/routes\/rooms\.\$roomId\/route\.tsx/),
                      behind(/\/app\/(?:editor\/|pieces\/new-need|pieces\/proposal-fields)/),
                    )
                    return ours.test(id) && only.has(id) ? 'room' : undefined
                  },
                },
              },
            },
          },
  }
}

/** These modules and all that they draw in. */
function reached(left: string[], drawnIn: (id: string) => readonly string[]): Set<string> {
  const seen = new Set<string>()
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    left.push(...drawnIn(id))
  }
  return seen
}

function onlyIn(these: Set<string>, others: Set<string>): Set<string> {
  return new Set([...these].filter((id) => !others.has(id)))
}
