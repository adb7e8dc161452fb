import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import purgeCSSPlugin from '@fullhuman/postcss-purgecss'
import { transform } from 'esbuild'
import postcss, { type AtRule, type Rule } from 'postcss'
import rtlcss from 'rtlcss'
import { compileStringAsync } from 'sass'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')
const bootstrapItalia = join(root, 'node_modules/bootstrap-italia')

/** Partials that app.scss places itself; all others follow it, so that adding one needs no edit. */
const placed = ['_settings.scss', '_utilities.scss']

await mkdir(join(here, 'built'), { recursive: true })

const roomPage = 'routes/rooms.$roomId/route.tsx'
const pages = (await readdir(join(root, 'app/routes'), { recursive: true }))
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => `routes/${file}`)
const sheet = await minify(await keepWhatPagesUse(await compile()))
// What only the page of a room draws goes inside that page: whoever comes for another does not wait for it.
await writeLook(
  'app',
  await keepWhatPagesUse(sheet, [
    join(root, 'app/**/*.ts'),
    ...(await filesBehind(['root.tsx', ...pages.filter((file) => !file.startsWith(dirname(roomPage)))])),
  ]),
)
// A room's look goes inside its page, because on the slowest line a sheet comes too late: what stands down to where one
// writes in its head, and the rest before the panels that follow.
const panels = 'pieces/meeting/panels.tsx'
const room = await filesBehind(['root.tsx', roomPage, panels])
const above = await filesBehind(['root.tsx', roomPage], panels)
const first = await keepWhatPagesUse(sheet, above)
await writeLook('room', lettersForDesks(first))
await writeLook('room-rest', lettersForDesks(without(await keepWhatPagesUse(sheet, room), first)))

async function writeLook(name: string, css: string) {
  await write(`${name}.css`, await minify(css))
  await write(`${name}.rtl.css`, await minify(rtlcss.process(css)))
}

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

/** These files of the app and all that they draw in, but for one and what stands behind it alone. */
async function filesBehind(names: string[], leftOut?: string): Promise<string[]> {
  const seen = new Set<string>()
  const left = names.map((name) => join(root, 'app', name))
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (seen.has(file) || (leftOut && file.endsWith(leftOut))) continue
    seen.add(file)
    const source = await readFile(file, 'utf8')
    for (const [, from = ''] of source.matchAll(
      /(?:^(?:import|export) [^'"]*from |import\()'((?:#app|\.)[^']+\.tsx?)'/gm,
    ))
      left.push(from.startsWith('#app/') ? join(root, from.slice(1)) : join(dirname(file), from))
  }
  return [...seen]
}

/** The rules that a smaller cut of the same sheet does not have, selector by selector, in their order. */
function without(css: string, smaller: string): string {
  const had = new Map<string, Set<string>>()
  postcss.parse(smaller).walkRules((rule) => {
    const key = placeOf(rule)
    had.set(key, new Set([...(had.get(key) ?? []), ...rule.selectors]))
  })
  const rest = postcss.parse(css)
  rest.walkRules((rule) => {
    const selectors = rule.selectors.filter((selector) => !had.get(placeOf(rule))?.has(selector))
    if (selectors.length === 0) rule.remove()
    else rule.selectors = selectors
  })
  rest.walkAtRules((rule) => {
    if (rule.name === 'font-face' || rule.name === 'charset' || rule.nodes?.length === 0) rule.remove()
  })
  return rest.toString()
}

/** Under what conditions a rule says what. */
function placeOf(rule: Rule): string {
  let conditions = ''
  for (let above = rule.parent; above && above.type === 'atrule'; above = above.parent)
    conditions += `${(above as AtRule).params};`
  return `${conditions} ${rule.nodes.map(String).join(';')}`
}

async function keepWhatPagesUse(
  css: string,
  content = [join(root, 'app/**/*.tsx'), join(root, 'app/**/*.ts')],
) {
  const purge = purgeCSSPlugin({
    content,
    variables: true,
    dynamicAttributes: ['aria-current', 'aria-invalid', 'aria-pressed', 'data-state', 'dir', 'lang', 'open'],
  })
  const { css: kept } = await postcss([purge]).process(css, { from: undefined })
  return kept
}

/** A phone does without our letters in a room: they would take the slow line from what one came to read. */
function lettersForDesks(css: string) {
  return css.replace(/@font-face\{[^{}]*\}/g, (face) =>
    face.includes('url(') ? `@media(min-width:576px){${face}}` : face,
  )
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
