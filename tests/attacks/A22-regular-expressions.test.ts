import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Every regular expression literal that runs on what people send. */
const expressions = ['server', 'app'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/^(build|dev)\.ts$/.test(name))
    .flatMap((name) => {
      const found: [string, string][] = []
      const file = join(folder, name)
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) found.push([file, node.text])
        ts.forEachChild(node, visit)
      }
      visit(
        ts.createSourceFile(
          file,
          readFileSync(file, 'utf8'),
          ts.ScriptTarget.ES2022,
          true,
          file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
        ),
      )
      return found
    }),
)

const most = 100_000
const hostile = [
  ...[
    'a',
    '1',
    ' ',
    '-',
    '.',
    '@',
    '/',
    ':',
    '(',
    '[',
    '*',
    '_',
    '#',
    '\n',
    '\t',
    '"',
    '%',
    '\\',
    '0',
    'é',
    '<',
  ].flatMap((letter) => [letter.repeat(most), `${letter.repeat(most)}!`, `!${letter.repeat(most)}`]),
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
  ].map((pair) => `${pair.repeat(most / pair.length)}!`),
]

test('there are expressions to try', () => {
  expect(expressions.length).toBeGreaterThan(20)
})

test.each(expressions)('%s: %s is done quickly with 100,000 hostile characters', (_file, expression) => {
  // The limit is far above a linear scan of all of them on a slow machine, and far below what backtracking takes on one.
  runInNewContext(
    `for (const text of hostile) text.replace(${expression}, '')`,
    { hostile },
    { timeout: 5_000 },
  )
})
