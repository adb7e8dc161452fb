import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PO from 'pofile'

// `npm run translations`: every sentence in every language, every id that the code names, and no id that nothing names.
const languages = ['it', 'en', 'fr', 'ar']
const problems: string[] = []

const screens = catalogues('app/i18n')
const mails = catalogues('server')
compareLanguages('app/i18n', screens)
compareLanguages('server texts', mails)

const known = new Set(screens.get('it')?.keys())
const used = new Set<string>()
const prefixes = new Set<string>()
const areas = new Set([...known].map((id) => id.split('.')[0]))
for (const file of filesIn('app', /\.tsx?$/)) {
  const source = readFileSync(file, 'utf8')
  // Any quoted word that begins with the name of an area is an id, wherever it stands: ids travel through lists and props.
  for (const [, id] of source.matchAll(/['"`]([a-z]+(?:\.[A-Za-z0-9-]+)+)['"`]/g)) {
    if (!id || !areas.has(id.split('.')[0]) || /\.(tsx?|po|css|svg|json|scss)$/.test(id)) continue
    used.add(id)
    if (!known.has(id)) problems.push(`${file}: no translation for ${id}`)
  }
  for (const [, prefix] of source.matchAll(/`([a-z]+\.(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]*)\$\{/g)) {
    if (!prefix || !areas.has(prefix.split('.')[0])) continue
    prefixes.add(prefix)
    if (![...known].some((id) => id.startsWith(prefix)))
      problems.push(`${file}: no translation begins with ${prefix}`)
  }
}
for (const id of known) {
  if (!used.has(id) && ![...prefixes].some((prefix) => id.startsWith(prefix)))
    problems.push(`app/i18n: nothing uses ${id}`)
}

// A refusal is named on the server and said on the screen.
for (const file of filesIn('server', /\.ts$/)) {
  const source = readFileSync(file, 'utf8')
  const named = [
    ...source.matchAll(/new Refusal\(\s*'[a-z-]+',\s*'([a-z-]+)'/g),
    ...source.matchAll(/refuseField\(\s*'[A-Za-z]+',\s*'([a-z-]+)'/g),
  ]
  for (const [, reason] of named) {
    if (!known.has(`refusal.${reason}`)) problems.push(`${file}: no translation for refusal.${reason}`)
  }
}

for (const problem of problems) console.error(problem)
console.error(
  problems.length === 0
    ? `${known.size} sentences in ${languages.length} languages, all there`
    : `${problems.length} problems`,
)
process.exit(problems.length === 0 ? 0 : 1)

function catalogues(folder: string): Map<string, Map<string, string>> {
  return new Map(
    languages.map((language) => {
      const sentences = new Map<string, string>()
      for (const file of filesIn(folder, new RegExp(`/${language}\\.po$`))) {
        for (const item of PO.parse(readFileSync(file, 'utf8')).items) {
          if (sentences.has(item.msgid)) problems.push(`${file}: ${item.msgid} stands twice`)
          sentences.set(item.msgid, item.msgstr[0] ?? '')
        }
      }
      return [language, sentences]
    }),
  )
}

function compareLanguages(place: string, all: Map<string, Map<string, string>>): void {
  const ids = new Set([...all.values()].flatMap((sentences) => [...sentences.keys()]))
  for (const [language, sentences] of all) {
    for (const id of ids) {
      if (!sentences.get(id)) problems.push(`${place}: ${id} has no ${language}`)
      else if (argumentsOf(sentences.get(id)) !== argumentsOf(all.get('it')?.get(id))) {
        problems.push(`${place}: ${id} asks for other values in ${language} than in Italian`)
      }
    }
  }
}

/** The names that a sentence is filled in with: `{n, plural, …}` and `{name}`. */
function argumentsOf(sentence = ''): string {
  return [...new Set([...sentence.matchAll(/\{\s*([A-Za-z]\w*)\s*(?=[,}])/g)].map(([, name = '']) => name))]
    .filter((name) => !['zero', 'one', 'two', 'few', 'many', 'other'].includes(name))
    .sort()
    .join(' ')
}

function filesIn(folder: string, named: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => named.test(path))
}
