import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import { projectRoot } from '#db/root.ts'

// Three things are built: the style sheets, the screens (Remix), and the process as one file, so that starting
// reads one file and not a thousand. `--if-stale` does nothing when no source has changed since the last build.
const root = projectRoot()
const mark = join(root, 'build/sources.txt')
const sources = fingerprint(['app', 'server', 'db', 'public', 'package-lock.json', 'vite.config.ts'])

if (process.argv.includes('--if-stale') && existsSync(mark) && readFileSync(mark, 'utf8') === sources)
  process.exit(0)

rmSync(join(root, 'build'), { recursive: true, force: true })
run('tsx', 'app/styles/build.ts')
run('remix', 'vite:build', '--logLevel', 'warn')
compressFor(join(root, 'build/client/assets'))
await build({
  entryPoints: [
    'server/index.ts',
    'server/edge/workbook-worker.ts',
    'server/opinions/analysis-worker.ts',
    'server/releases/release-worker.ts',
    'server/responses/files/workshop-process.ts',
  ].map((file) => join(root, file)),
  entryNames: '[name]',
  outdir: join(root, 'build/process'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  // Names stay as in the source: what is logged and what libraries look up goes by them, and to give each function back its own
  // (`keepNames`) costs a twentieth of every request.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Remix names its own package for what that does when it is read, which is nothing.
  logOverride: { 'ignored-bare-import': 'silent' },
  external: [
    '@electric-sql/*',
    '@expo-google-fonts/*',
    '@myriaddreamin/*',
    'highs',
    'pg-native',
    'sharp',
    'vite',
  ],
  // The screens, as Remix has just built them: what they share with the process is there once.
  alias: { '@remix-run/dev/server-build': join(root, 'build/server/index.js') },
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [leftOut()],
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
})
writeFileSync(mark, sources)

/** Large parts of libraries that nothing here reaches: starting would still parse them. */
function leftOut(): Plugin {
  return {
    name: 'left-out',
    setup(building) {
      // Node has its own fetch; Remix brings another for those that had none.
      building.onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'left-out' }))
      // The words of our refusals are our own translations.
      building.onResolve({ filter: /\/locales\/index\.js$/ }, ({ importer }) =>
        importer.includes('/zod/') ? { path: 'zod-locales', namespace: 'left-out' } : undefined,
      )
      building.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export {}' }))
    },
  }
}

function run(command: string, ...words: string[]): void {
  execFileSync(join(root, 'node_modules/.bin', command), words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

/** Each file smaller beside itself, as small as it gets: done once here, and not at each request. */
function compressFor(folder: string): void {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
  for (const name of readdirSync(folder).filter((name) => /\.(?:js|css|svg)$/.test(name))) {
    const file = join(folder, name)
    const content = readFileSync(file)
    if (content.length < 256) continue
    writeFileSync(`${file}.br`, brotliCompressSync(content, quality))
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  }
}

function fingerprint(places: string[]): string {
  const hash = createHash('sha256')
  for (const file of places.flatMap((place) => filesIn(join(root, place))).sort()) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place]
  // What the build itself writes would make every build stale.
  if (place.endsWith('styles/built')) return []
  return readdirSync(place).flatMap((name) => (name === 'icons.svg' ? [] : filesIn(join(place, name))))
}
