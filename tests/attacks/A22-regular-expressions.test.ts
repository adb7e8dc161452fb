import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { cutAtMarks } from '#server/edge/copies.ts'
import { expressionsOfContracts, expressionsOfSource, type Found } from './expressions.ts'
import { filled, hostileTo } from './hostile-texts.ts'

/** For each text, in milliseconds. */
const longest = 50

const { found: written, unreadable } = expressionsOfSource()
/** Each once, with where it is first. */
const expressions = new Map<string, Found>()
for (const found of [...written, ...expressionsOfContracts()])
  if (!expressions.has(String(found.expression))) expressions.set(String(found.expression), found)

const hostile = [
  ...Array.from('a1 -.@/:([*_#\n\t"%\\0é<').flatMap((letter) => [
    filled(letter),
    `${filled(letter)}!`,
    `!${filled(letter)}`,
  ]),
  ...[
    'a.',
    'a-',
    'a@',
    '[a](',
    '**a',
    '__a',
    ' a',
    '1.',
    '\n\n',
    '- \n',
    'a b ',
    '](',
    '((',
    'http://a',
    '0-',
  ].map((pair) => `${filled(pair)}!`),
]

test('there are expressions to try, and those made from text are among them', () => {
  expect(expressions.size).toBeGreaterThan(200)
  expect([...expressions.values()].map(({ at }) => at)).toEqual(
    expect.arrayContaining(['app/csv.ts', 'server/opinions/analysis/read-comments.ts']),
  )
  expect(unreadable).toEqual([])
})

test.each([...expressions])('%s takes its time on no text', (name, { at, expression }) => {
  const texts = [...hostile, ...hostileTo(expression)]
  const spent = timesOf(expression, texts)
  for (const [index, text] of texts.entries())
    // Others are at work on this machine too: what took long is done again, and then only what it takes of a processor counts.
    if ((spent[index] ?? 0) >= longest)
      expect(
        processorTime(() => timesOf(expression, [text])),
        `${at}: ${name} on ${JSON.stringify(text.slice(0, 20))}…`,
      ).toBeLessThan(longest)
})

test('a page is cut at its marks in no time', () => {
  for (const text of hostile) expect(processorTime(() => cutAtMarks(text))).toBeLessThan(longest)
})

/** In milliseconds; in a context of its own, where a search without end is ended. */
function timesOf(expression: RegExp, texts: string[]): number[] {
  return runInNewContext(
    `texts.map((text) => { const began = performance.now(); text.replace(expression, ''); return performance.now() - began })`,
    { expression, texts, performance },
    { timeout: 5_000 },
  ) as number[]
}

/** The least of three: what the process does beside it, such as tidying its memory, only adds. */
function processorTime(run: () => void): number {
  const spent = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return Math.min(...spent)
}
