import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { evaluate } from '#server/surveys/expressions/evaluate.ts'
import { parse } from '#server/surveys/expressions/parse.ts'
import { ExpressionProblem, type ExpressionReason } from '#server/surveys/expressions/problem.ts'
import { asText } from '#server/surveys/expressions/values.ts'
import { answersOf, placeAt, placesOf, rome, type Answered } from './answers.ts'

const many = {
  long: 'a'.repeat(4_900),
  huge: 'a'.repeat(90_000),
  turn: Array.from({ length: 500 }, (_, index) => ({ n: String(index) })),
  question: '',
} satisfies Answered

test.each<[string, ExpressionReason]>([
  ['('.repeat(5_000) + '1' + ')'.repeat(4_999), 'expression-too-deep'],
  ['- '.repeat(4_000) + '1', 'expression-too-deep'],
  ['not('.repeat(2_000) + '1' + ')'.repeat(1_999), 'expression-too-deep'],
  ['.['.repeat(3_000) + '1' + ']'.repeat(2_999), 'expression-too-deep'],
  ['1' + '+1'.repeat(4_000), 'expression-too-deep'],
  ['1 '.repeat(6_000), 'expression-too-long'],
  [`"${'x'.repeat(10_000)}"`, 'expression-too-long'],
  ['count(/data/turn[count(/data/turn[n > current()]) > 1])', 'too-much-work'],
  ['${n} = ${n} or count(/data/turn[count(/data/turn) > 0]) > 1', 'too-much-work'],
  ['count(/data/turn/../turn/../turn/../turn[count(../turn) = 1])', 'too-much-work'],
  ['concat(${huge}, ${huge})', 'too-much-work'],
  ['uuid(100000)', 'too-much-work'],
  ["regex(${huge}, '^(a+)+$')", 'too-much-work'],
  [`regex('a', '${'a'.repeat(1_001)}')`, 'bad-pattern'],
  ["regex('a', '((a{900}){900}){900}')", 'bad-pattern'],
  ["regex('aa', '(a)\\1')", 'bad-pattern'],
  ["format-date(today(), '%Q')", 'bad-date-format'],
  ["sum('x')", 'not-a-set'],
  ['indexed-repeat(1, 2, 3)', 'not-a-repeat'],
  ['${constructor}', 'unknown-question'],
  ['constructor()', 'unknown-function'],
  ["instance('__proto__')/root", 'unknown-list'],
])('%.60s is stopped', (source, reason) => {
  const begun = performance.now()
  expect(reasonOf(source)).toBe(reason)
  expect(performance.now() - begun).toBeLessThan(1_000)
})

test.each(['^(a+)+$', '^(a|a)*$', '^(a*)*b', '(.*)*x', '^(([a-z])+.)+[A-Z]([a-z])+$', '(a?){500}a{500}'])(
  'a pattern that runs for years elsewhere is answered at once: %s',
  (pattern) => {
    const begun = performance.now()
    comes(`regex(concat(\${long}, '!'), '${pattern}')`)
    expect(performance.now() - begun).toBeLessThan(1_000)
  },
)

test('columns in problems count from one, in the words of the author', () => {
  expect(columnOf('1 + foo(2)')).toBe(5)
  expect(columnOf("  ${question} = 'x")).toBe(17)
  expect(columnOf('if(1, 2,')).toBe(9)
})

test('minus and unions, which the other evaluator cannot', () => {
  expect(comes('-(3 - 5)')).toBe('2')
  expect(comes('--3')).toBe('3')
  expect(comes('-2 * 3')).toBe('-6')
  expect(comes('count(${n} | ${n})')).toBe('500')
  expect(comes('count(${n} | ${question})')).toBe('501')
})

test('a day that there is not is no number, and comes to nothing where it is shown', () => {
  expect(comes("number('2026-02-30')")).toBe('NaN')
  expect(comes("format-date('2026-13-01', '%Y')")).toBe('')
})

test('words that are operators elsewhere may be names, and names may be words', () => {
  const answered = { div: '6', and: '2', mod: '' }
  const root = answersOf(answered)
  const asked = { at: placeAt(root, 'mod'), places: placesOf(answered), surroundings: rome }
  expect(evaluate(parse('../div div ../and'), asked)).toBe(3)
  expect(evaluate(parse('${div} mod ${and} * 1'), asked)).toBe(0)
})

test('a tree is plain JSON, and comes to the same after it was kept', () => {
  const tree = parse("if(${question} = '', join('-', /data/turn[n < 3]/n), 'x')")
  expect(valueOf(JSON.parse(JSON.stringify(tree)))).toBe('0-1-2')
})

test('a kept tree is worked out in a page too: nothing outside the folder is drawn in', () => {
  const left = ['evaluate.ts']
  const seen = new Set<string>()
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    seen.add(name)
    const source = readFileSync(`server/surveys/expressions/${name}`, 'utf8')
    const drawnIn = [...source.matchAll(/^import (?!type).*? from '([^']+)'/gms)].map(([, from = '']) => from)
    expect(drawnIn.filter((from) => !from.startsWith('./'))).toEqual([])
    left.push(...drawnIn.map((from) => from.slice(2)).filter((from) => !seen.has(from)))
  }
  expect(seen.size).toBeGreaterThan(5)
})

const root = answersOf(many)
const places = placesOf(many)

function comes(source: string): string {
  return valueOf(parse(source))
}

function valueOf(tree: ReturnType<typeof parse>): string {
  return asText(evaluate(tree, { at: placeAt(root, 'question'), places, surroundings: rome }), rome.zone)
}

function problemOf(source: string): ExpressionProblem | undefined {
  try {
    comes(source)
    return undefined
  } catch (error) {
    if (error instanceof ExpressionProblem) return error
    throw error
  }
}

function reasonOf(source: string): string | undefined {
  return problemOf(source)?.reason
}

function columnOf(source: string): number | undefined {
  return problemOf(source)?.column
}
