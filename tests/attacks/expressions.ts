import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { z } from 'zod'
import { actsByCapability } from '#server/platform.ts'

export type Found = { at: string; expression: RegExp }

/** Every regular expression in the source, literal or made from text; and where one is made from what the source does not say. */
export function expressionsOfSource(): { found: Found[]; unreadable: string[] } {
  const found: Found[] = []
  const unreadable: string[] = []
  for (const folder of ['server', 'app', 'db']) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue
      const at = join(folder, name)
      const kind = name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
      const source = ts.createSourceFile(at, readFileSync(at, 'utf8'), ts.ScriptTarget.ES2022, true, kind)
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf('/')
          found.push({ at, expression: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) })
        } else if (isMade(node)) {
          const [pattern, flags] = (node.arguments ?? []).map((each) => textOf(each, source))
          if (pattern === undefined) unreadable.push(at)
          else found.push({ at, expression: new RegExp(pattern, flags) })
        }
        ts.forEachChild(node, visit)
      }
      visit(source)
    }
  }
  return { found, unreadable }
}

function isMade(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'RegExp'
  )
}

/** A text that stands in the file itself, with what else of the file it names. */
function textOf(node: ts.Node, source: ts.SourceFile): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isIdentifier(node)) {
    const said = source.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => [...declarationList.declarations])
      .find(({ name }) => ts.isIdentifier(name) && name.text === node.text)?.initializer
    return said && textOf(said, source)
  }
  if (!ts.isTemplateExpression(node)) return undefined
  const parts = node.templateSpans.map(({ expression, literal }) => {
    const said = textOf(expression, source)
    return said === undefined ? undefined : said + literal.text
  })
  return parts.includes(undefined) ? undefined : node.head.text + parts.join('')
}

/** The patterns of texts in the contracts, those of the library too: an address, a day, an id. */
export function expressionsOfContracts(): Found[] {
  const found: Found[] = []
  for (const [capability, acts] of actsByCapability)
    for (const [name, { contract }] of acts)
      for (const pattern of patternsIn(z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any' })))
        found.push({ at: `${capability}/${name}`, expression: new RegExp(pattern, 'u') })
  return found
}

function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
  )
}
