import { turnOf, type AnswerNode } from './answer-node.ts'
import { asBoolean, asNumber, asText, eachOf, type Scope, type Value } from './values.ts'

type Worked = (given: Value[], scope: Scope) => Value

const of =
  (work: (...numbers: number[]) => number): Worked =>
  (given, { surroundings }) =>
    work(...given.map((value) => asNumber(value, surroundings.zone)))

function numbers(given: Value[], scope: Scope): number[] {
  return eachOf(given, (one) => asNumber(one, scope.surroundings.zone))
}

function set(value: Value | undefined, scope: Scope): AnswerNode[] {
  if (!Array.isArray(value)) throw scope.problem('not-a-set')
  return value
}

/** Halves go away from nought, below it too. */
function roundHalfAway(number: number): number {
  return number < 0 ? -Math.round(-number) : Math.round(number)
}

function extreme(work: (...numbers: number[]) => number): Worked {
  return (given, scope) => {
    const found = numbers(given, scope)
    return found.length === 0 || found.some(Number.isNaN)
      ? NaN
      : found.reduce((one, other) => work(one, other))
  }
}

function within(least: number, most: number, found: number): boolean {
  return (least < 0 || found >= least) && (most < 0 || found <= most)
}

/** A blank answer does not count as said, whatever its set. */
function said(given: Value[]): boolean[] {
  return eachOf(given, (one) => (typeof one === 'string' ? one.trim() !== '' : asBoolean(one)))
}

/** Functions of numbers and of sets (ODK XForms specification; XPath 1.0, 4.4). */
export const numberFunctions = {
  number: ([given], scope) => asNumber(given ?? [scope.here], scope.surroundings.zone),
  int: of((number) => Math.trunc(number ?? NaN)),
  floor: of((number) => Math.floor(number ?? NaN)),
  ceiling: of((number) => Math.ceil(number ?? NaN)),
  abs: of((number) => Math.abs(number ?? NaN)),
  round: of((number = NaN, digits = 0) => {
    const places = Math.trunc(digits)
    if (places === 0) return roundHalfAway(number)
    const power = 10 ** Math.abs(places)
    return places > 0 ? roundHalfAway(number * power) / power : power * roundHalfAway(number / power)
  }),
  pow: of((base = NaN, exponent = NaN) => base ** exponent),
  sqrt: of((number = NaN) => Math.sqrt(number)),
  exp: of((number = NaN) => Math.exp(number)),
  exp10: of((number = NaN) => 10 ** number),
  log: of((number = NaN) => Math.log(number)),
  log10: of((number = NaN) => Math.log10(number)),
  sin: of((number = NaN) => Math.sin(number)),
  cos: of((number = NaN) => Math.cos(number)),
  tan: of((number = NaN) => Math.tan(number)),
  asin: of((number = NaN) => Math.asin(number)),
  acos: of((number = NaN) => Math.acos(number)),
  atan: of((number = NaN) => Math.atan(number)),
  atan2: of((y = NaN, x = NaN) => Math.atan2(y, x)),
  pi: () => Math.PI,
  random: (_, { surroundings }) => surroundings.random(),
  min: extreme(Math.min),
  max: extreme(Math.max),
  sum: ([given], scope) => numbers([set(given, scope)], scope).reduceRight((sum, number) => sum + number, 0),
  count: ([given], scope) => set(given, scope).length,
  'count-non-empty': ([given], scope) =>
    eachOf([set(given, scope)], (one) => asText(one, scope.surroundings.zone)).filter(Boolean).length,
  position: ([given], scope) => {
    if (given === undefined) return scope.position
    const first = set(given, scope)[0]
    if (!first) throw scope.problem('not-a-set')
    return turnOf(first)
  },
  last: (_, scope) => scope.size,
  checklist: ([least = -1, most = -1, ...given], scope) =>
    within(
      asNumber(least, scope.surroundings.zone),
      asNumber(most, scope.surroundings.zone),
      said(given).filter(Boolean).length,
    ),
  'weighted-checklist': ([least = -1, most = -1, ...pairs], scope) => {
    const marks = said(pairs.filter((_, index) => index % 2 === 0))
    const weights = numbers(
      pairs.filter((_, index) => index % 2 === 1),
      scope,
    )
    const weight = marks.reduce((sum, mark, index) => sum + (mark ? weights[index] || 0 : 0), 0)
    return within(asNumber(least, scope.surroundings.zone), asNumber(most, scope.surroundings.zone), weight)
  },
} satisfies Record<string, Worked>
