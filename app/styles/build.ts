import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import purgeCSSPlugin from '@fullhuman/postcss-purgecss'
import { transform } from 'esbuild'
import postcss from 'postcss'
import rtlcss from 'rtlcss'
import { compileStringAsync } from 'sass'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')
const bootstrapItalia = join(root, 'node_modules/bootstrap-italia')

/** Partials that app.scss places itself; all others follow it, so that adding one needs no edit. */
const placed = ['_settings.scss', '_utilities.scss']

await mkdir(join(here, 'built'), { recursive: true })

const sheet = await minify(await keepWhatPagesUse(await compile()))
await write('app.css', sheet)
await write('app.rtl.css', await minify(rtlcss.process(sheet)))

async function compile() {
  const partials = (await readdir(here)).filter((file) => /^_.*\.scss$/.test(file) && !placed.includes(file))
  const source = await readFile(join(here, 'app.scss'), 'utf8')
  const whole = [source, ...partials.sort().map((file) => `@import '${file.slice(1, -5)}';`)].join('\n')
  const { css } = await compileStringAsync(whole, {
    url: pathToFileURL(join(here, 'app.scss')),
    loadPaths: [here, join(bootstrapItalia, 'src/scss')],
    quietDeps: true,
    // The library itself is still written with @import and the older colour functions.
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
  })
  return css
}

async function keepWhatPagesUse(css: string) {
  const purge = purgeCSSPlugin({
    content: [join(root, 'app/**/*.tsx'), join(root, 'app/**/*.ts')],
    variables: true,
    dynamicAttributes: ['aria-current', 'aria-invalid', 'aria-pressed', 'data-state', 'dir', 'lang', 'open'],
  })
  const { css: kept } = await postcss([purge]).process(css, { from: undefined })
  return kept
}

async function minify(css: string) {
  const { code } = await transform(css, { loader: 'css', minify: true, legalComments: 'none' })
  return code
}

async function write(name: string, css: string) {
  await writeFile(join(here, 'built', name), css)
  console.log(`${name}: ${kilobytes(css.length)}, ${kilobytes(gzipSync(css).length)} gzip`)
}

function kilobytes(bytes: number) {
  return `${(bytes / 1024).toFixed(1)} kB`
}
