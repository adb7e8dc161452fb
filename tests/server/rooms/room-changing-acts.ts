import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { projectRoot } from '#db/root.ts'
import { actsByCapability } from '#server/platform.ts'

// Announce on a consultation's stream, under a name that does not say so.
const notOnRooms = new Set(['server/needs/supporter.ts'])

/**
 * Everything from whose source an announcement on a room's stream can be reached: commands by name, `rooms.postMessage`,
 * and what announces without being reached by any command (a job, say) by its file.
 */
export function roomChangingActs(): string[] {
  const tellers = filesIn('server').filter(announcesOnARoom)
  const reached = new Set<string>()
  const acts = [...actsByCapability].flatMap(([capability, acts]) =>
    [...acts].flatMap(([name, act]) => {
      if (act.kind !== 'command') return []
      const behind = reachableFrom(behindDoor(`server/${capability}/index.ts`, name))
      const told = tellers.filter((file) => behind.has(file))
      for (const file of told) reached.add(file)
      return told.length > 0 ? [`${capability}.${name}`] : []
    }),
  )
  return [...acts, ...tellers.filter((file) => !reached.has(file))]
}

function reachableFrom(file: string): Set<string> {
  const seen = new Set<string>()
  const left = [file]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    left.push(...importsOf(next))
  }
  return seen
}

/** What is not plainly a consultation's stream counts as a room's: a new way of writing it is then asked for a row too. */
function announcesOnARoom(file: string): boolean {
  if (notOnRooms.has(file)) return false
  const calls = [...sourceOf(file).matchAll(/\b(?:announce|announced)\(/g)]
  return calls.some(({ index, 0: call }) => {
    const said = sourceOf(file).slice(index + call.length, index + call.length + 120)
    const stream = /^\s*\{\s*streamId: ([\w.]+)/.exec(said)?.[1] ?? ''
    return !/^(?:\w+\.)?consultationId$|^consultation\.id$/.test(stream)
  })
}

/** The files that one imports, each name through its capability's door: a door opens on much that is not used. */
function importsOf(file: string): string[] {
  const found = sourceOf(file).matchAll(
    /^(?:import|export) (type )?(\*|\{[^}]*\})[^'"{}*]*from '(\.[^']+\.ts)'/gm,
  )
  return [...found].flatMap(([, isType, what = '', from = '']) => {
    const target = normalize(join(dirname(file), from))
    if (isType || !existsSync(at(target))) return []
    if (!target.endsWith('/index.ts') || what === '*') return [target]
    return namesIn(what).map(([inside]) => behindDoor(target, inside))
  })
}

function behindDoor(door: string, wanted: string): string {
  const lines = sourceOf(door).matchAll(/^export (?:type )?(\{[^}]*\}) from '(\.[^']+)'/gm)
  for (const [, names = '', from = ''] of lines)
    if (namesIn(names).some(([, outside]) => outside === wanted)) return normalize(join(dirname(door), from))
  return door
}

/** `{ one, other as another, type Third }`: each name before and after it was changed. */
function namesIn(list: string): [before: string, after: string][] {
  return list
    .replace(/[{}]/g, '')
    .split(',')
    .map((name) => name.trim().replace(/^type /, ''))
    .filter((name) => name !== '')
    .map((name) => [name.split(' as ')[0] ?? name, name.split(' as ')[1] ?? name])
}

function filesIn(folder: string): string[] {
  return readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
}

const sources = new Map<string, string>()

function sourceOf(file: string): string {
  const known = sources.get(file)
  if (known !== undefined) return known
  const text = readFileSync(at(file), 'utf8')
  sources.set(file, text)
  return text
}

function at(file: string): string {
  return join(projectRoot(), file)
}
