import { defineConfig, type Plugin } from 'vite'
import { compileCatalogue } from './server/sentences.ts'

// Tests draw no routes, and Remix's compiler alone takes two seconds to load.
const screens = process.env['VITEST'] ? undefined : (await import('@remix-run/dev')).vitePlugin

export default defineConfig({
  plugins: [
    translations(),
    fewerFiles(),
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
  build: { target: 'es2022', cssMinify: false, assetsInlineLimit: 0, reportCompressedSize: false },
  // Everything the screens need on the server is in one file, so that starting reads one file and not a thousand.
  ssr: process.env['NODE_ENV'] === 'development' ? {} : { noExternal: true, external: ['@remix-run/node'] },
  resolve: { dedupe: ['react', 'react-dom', '@lingui/core', '@lingui/react'] },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: 'tests/support/global-setup.ts',
    // One database a worker, kept between files: opening the embedded one takes longer than most tests.
    isolate: false,
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
} as Parameters<typeof defineConfig>[0])

/** A .po file becomes a module of compiled messages; no ICU parser reaches the browser. */
function translations(): Plugin {
  return {
    name: 'tavolo:translations',
    transform(code, id) {
      if (!id.split('?')[0]?.endsWith('.po')) return undefined
      return { code: `export default ${JSON.stringify(compileCatalogue(code))}`, map: null }
    },
  }
}

/** What every live page needs comes in two files: each of twenty small ones would cost a request and its headers. */
function fewerFiles(): Plugin {
  const frame =
    /node_modules\/(?:@lingui|@remix-run|react|react-dom|react-router|react-router-dom|scheduler)\//
  const shell =
    /\/app\/(?:i18n\/languages|route-handle|use-refused|words-sent|pieces\/(?:breadcrumb|empty-state|error-summary|field|footer|header|icon|icon-paths|mark|moment|notice|page-heading|select-field|skip-link|submit-button|text-area|text-field))\.tsx?$/
  return {
    name: 'tavolo:fewer-files',
    config: (_config, { isSsrBuild }) =>
      isSsrBuild
        ? {}
        : {
            build: {
              rollupOptions: {
                output: {
                  manualChunks: (id) => (frame.test(id) ? 'frame' : shell.test(id) ? 'shell' : undefined),
                },
              },
            },
          },
  }
}
