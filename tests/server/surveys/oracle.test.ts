import type makeEvaluator from 'openrosa-xpath-evaluator'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { evaluate } from '#server/surveys/expressions/evaluate.ts'
import { parse } from '#server/surveys/expressions/parse.ts'
import { asText } from '#server/surveys/expressions/values.ts'
import { answersOf, placeAt, placesOf, rome, type Answered } from './answers.ts'
import { casesOf, inTurns, person } from './oracle-cases.ts'

type Evaluator = ReturnType<typeof makeEvaluator>

const lent = ['Node', 'XPathEvaluator', 'XPathResult', 'window'] as const
const before = Object.fromEntries(lent.map((name) => [name, Reflect.get(globalThis, name)]))
const zone = process.env['TZ']
let evaluator: Evaluator
let written: Document

beforeAll(async () => {
  // The other evaluator asks the process for its zone and its clock; ours is told both.
  process.env['TZ'] = rome.zone
  vi.useFakeTimers({ toFake: ['Date'], now: rome.now })
  const { JSDOM } = await import('jsdom')
  const { window } = new JSDOM(markup(person), { contentType: 'text/xml' })
  written = window.document
  for (const name of lent) Reflect.set(globalThis, name, name === 'window' ? window : window[name])
  Reflect.set(window, 'enketoFormLocale', 'en')
  // Browsers let the kind of result be left out; jsdom does not.
  const prototype = window.XPathExpression.prototype
  const asked: unknown = Reflect.get(prototype, 'evaluate')
  if (typeof asked !== 'function') throw new Error('jsdom has no XPath')
  Reflect.set(
    prototype,
    'evaluate',
    new Proxy(asked, {
      apply: (evaluate, expression, [at, kind = 0, result = null]) =>
        Reflect.apply(evaluate, expression, [at, kind, result]),
    }),
  )
  evaluator = (await import('openrosa-xpath-evaluator')).default()
})

afterAll(() => {
  vi.useRealTimers()
  for (const name of lent) {
    if (before[name] === undefined) Reflect.deleteProperty(globalThis, name)
    else Reflect.set(globalThis, name, before[name])
  }
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

const root = answersOf(person)
const places = placesOf(person)
const cases = casesOf()

test('there are at least 300 different cases', () => {
  expect(
    new Set([...cases, ...inTurns.map(([ours, , at]) => `${ours} at ${at}`)]).size,
  ).toBeGreaterThanOrEqual(300)
})

test.each(cases)('%s', (expression) => {
  const theirs = expression.replaceAll(
    /\$\{(\w+)\}/g,
    (_, name: string) => `/data/${places[name]?.join('/')}`,
  )
  agree(expression, theirs, 'age')
})

test.each(inTurns)('%s is %s at %s', (ours, theirs, at) => {
  agree(ours, theirs, at)
})

function agree(ours: string, theirs: string, at: string): void {
  const steps = at.split('/').map((step) => step.replace(/:(\d+)/, '[$1]'))
  const node = written.evaluate(`/data/${steps.join('/')}`, written, null, 9).singleNodeValue
  if (!node) throw new Error(at)
  const here = placeAt(root, at)
  const said = (expression: string): string =>
    asText(evaluate(parse(expression), { at: here, places, surroundings: rome }), rome.zone)
  const expected = (expression: string): string =>
    evaluator.evaluate(expression, node, null, XPathResult.STRING_TYPE).stringValue
  expect(said(ours)).toBe(expected(theirs))
  expect(said(`boolean(${ours})`)).toBe(expected(`boolean(${theirs})`))
  expect(said(`number(${ours})`)).toBe(expected(`number(${theirs})`))
}

function markup(answered: Answered, name = 'data'): string {
  const inside = Object.entries(answered).map(([name, value]) =>
    typeof value === 'string'
      ? `<${name}>${value}</${name}>`
      : [value]
          .flat()
          .map((turn) => markup(turn, name))
          .join(''),
  )
  return `<${name}>${inside.join('')}</${name}>`
}
