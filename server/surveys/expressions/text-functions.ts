import { asBoolean, asNumber, asText, eachOf, type Scope, type Value } from './values.ts'

type Worked = (given: Value[], scope: Scope) => Value

const LONGEST_TEXT = 100_000
const LONGEST_MATCHED = 5_000

/** The text of what was given, and of the question itself where nothing was. */
function text(given: Value[], index: number, scope: Scope): string {
  const found = asText(given[index] ?? [scope.here], scope.surroundings.zone)
  scope.spend(found.length / 64)
  return found
}

function number(given: Value[], index: number, scope: Scope): number {
  return asNumber(given[index] ?? NaN, scope.surroundings.zone)
}

function whole(given: Value[], index: number, scope: Scope): number {
  return Math.trunc(number(given, index, scope))
}

function joined(parts: string[], between: string, scope: Scope): string {
  const length = parts.reduce((sum, part) => sum + part.length + between.length, 0)
  if (length > LONGEST_TEXT) throw scope.problem('too-much-work', { most: LONGEST_TEXT })
  scope.spend(length / 64)
  return parts.join(between)
}

function texts(given: Value[], scope: Scope): string[] {
  return eachOf(given, (one) => asText(one, scope.surroundings.zone))
}

/** Functions that make or look into text (ODK XForms specification; XPath 1.0, 4.2). Places are counted from 0, in `substring` from 1. */
export const textFunctions = {
  string: (given, scope) => text(given, 0, scope),
  'string-length': (given, scope) => text(given, 0, scope).length,
  concat: (given, scope) => joined(texts(given, scope), '', scope),
  join: ([between = '', ...given], scope) =>
    joined(texts(given, scope), asText(between, scope.surroundings.zone), scope),
  contains: (given, scope) => text(given, 0, scope).includes(text(given, 1, scope)),
  'starts-with': (given, scope) => text(given, 0, scope).startsWith(text(given, 1, scope)),
  'ends-with': (given, scope) => text(given, 0, scope).endsWith(text(given, 1, scope)),
  substr: (given, scope) =>
    text(given, 0, scope).slice(
      whole(given, 1, scope),
      given[2] === undefined ? undefined : whole(given, 2, scope),
    ),
  substring: (given, scope) => {
    const start = Math.round(number(given, 1, scope))
    const end = given[2] === undefined ? Infinity : start + Math.round(number(given, 2, scope))
    return Array.from(text(given, 0, scope))
      .filter((_, index) => index + 1 >= start && index + 1 < end)
      .join('')
  },
  'substring-before': (given, scope) => {
    const [whole, mark] = [text(given, 0, scope), text(given, 1, scope)]
    return whole.slice(0, Math.max(0, whole.indexOf(mark)))
  },
  'substring-after': (given, scope) => {
    const [whole, mark] = [text(given, 0, scope), text(given, 1, scope)]
    const place = whole.indexOf(mark)
    return place < 0 ? '' : whole.slice(place + mark.length)
  },
  translate: (given, scope) => {
    const [from, to] = [Array.from(text(given, 1, scope)), Array.from(text(given, 2, scope))]
    const becomes = new Map<string, string>()
    from.forEach((letter, index) => {
      if (!becomes.has(letter)) becomes.set(letter, to[index] ?? '')
    })
    return Array.from(text(given, 0, scope))
      .map((letter) => becomes.get(letter) ?? letter)
      .join('')
  },
  'normalize-space': (given, scope) => text(given, 0, scope).trim().split(/\s+/).join(' '),
  regex: (given, scope) => {
    const subject = text(given, 0, scope)
    if (subject.length > LONGEST_MATCHED) throw scope.problem('too-much-work', { most: LONGEST_MATCHED })
    scope.spend(subject.length)
    const pattern = text(given, 1, scope)
    const found = scope.surroundings.matches(subject, pattern)
    if (found === undefined) throw scope.problem('bad-pattern', { pattern })
    return found
  },
  selected: (given, scope) =>
    text(given, 0, scope)
      .split(' ')
      .includes(text(given, 1, scope).trim()),
  'selected-at': (given, scope) => text(given, 0, scope).split(' ')[whole(given, 1, scope)] ?? '',
  'count-selected': (given, scope) => text(given, 0, scope).split(' ').filter(Boolean).length,
  boolean: ([given = '']) => asBoolean(given),
  'boolean-from-string': (given, scope) => ['1', 'true'].includes(text(given, 0, scope)),
  not: ([given = '']) => !asBoolean(given),
  true: () => true,
  false: () => false,
  uuid: (given, scope) => {
    const length = given[0] === undefined ? undefined : whole(given, 0, scope)
    if (length === undefined) return globalThis.crypto.randomUUID()
    if (!(length >= 0 && length <= 1_000)) throw scope.problem('too-much-work', { most: 1_000 })
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
    return Array.from({ length }, () => letters[Math.floor(scope.surroundings.random() * 62)]).join('')
  },
} satisfies Record<string, Worked>
