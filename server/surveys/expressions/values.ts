import { textOf, type AnswerNode } from './answer-node.ts'
import { daysOf, isWrittenDate, momentOfDays, momentText, momentWritten, type Moment } from './dates.ts'
import type { ExpressionProblem } from './problem.ts'

/** What an expression may come to. A set of places in the answers stays a set until a function asks for its text or number. */
export type Value = string | number | boolean | Moment | AnswerNode[]

/** Everything outside the expression that it may ask for. Nothing here is of Node or of the page: both run the same. */
export type Surroundings = {
  /** The moment of asking, in milliseconds, and the zone whose days are counted (`Europe/Rome`). */
  now: number
  zone: string
  /** For names of months and days, and for the labels of choices. */
  language: string
  random: () => number
  /** Whether a pattern is found in a text (`undefined`: unreadable). Handed in, since the linear-time engine is too heavy for a page. */
  matches: (text: string, pattern: string) => boolean | undefined
  /** The label of a choice of a question; `''` when there is none. */
  choiceLabel: (question: string, choice: string) => string
  /** The choices of a list, as places with `name`, `label` and its other columns; `undefined` when there is no such list. */
  list: (name: string) => AnswerNode | undefined
}

/** Where a function stands while it is worked out. */
export type Scope = {
  surroundings: Surroundings
  here: AnswerNode
  position: number
  size: number
  spend: (work: number) => void
  problem: (
    reason: ExpressionProblem['reason'],
    values?: Record<string, string | number>,
  ) => ExpressionProblem
}

const decimal = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,4})?$/

export function asText(value: Value, zone: string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value[0] ? textOf(value[0]) : ''
  return momentText(value, zone)
}

/** A number; a written date is its days since 1970, and what is neither is NaN, as is nothing. */
export function asNumber(value: Value, zone: string): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (!Array.isArray(value) && typeof value === 'object') return daysOf(value)
  return numberWritten(asText(value, zone), zone)
}

export function numberWritten(text: string, zone: string): number {
  const trimmed = text.trim()
  if (isWrittenDate(trimmed)) return daysOf({ ms: momentWritten(trimmed, zone) })
  return decimal.test(trimmed) ? Number(trimmed) : NaN
}

export function asBoolean(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value)
  if (typeof value === 'string' || Array.isArray(value)) return value.length > 0
  return !Number.isNaN(value.ms)
}

export function asMoment(value: Value, zone: string): Moment {
  if (typeof value === 'boolean') return { ms: NaN }
  if (typeof value === 'number') return momentOfDays(value)
  if (!Array.isArray(value) && typeof value === 'object') return value
  const text = asText(value, zone)
  if (text === '') return { ms: NaN, blank: true }
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return momentOfDays(Math.trunc(Number(text)))
  return { ms: momentWritten(text, zone) }
}

/** Each member of a set by itself, and everything else as one. */
export function eachOf<Out>(values: Value[], as: (one: string | number | boolean | Moment) => Out): Out[] {
  return values.flatMap((value) =>
    Array.isArray(value) ? value.map((node) => as(textOf(node))) : [as(value)],
  )
}

export function isMoment(value: Value): value is Moment {
  return typeof value === 'object' && !Array.isArray(value)
}
