import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** What names a part of a statement, and makes no value of what it is given. */
const naming = /^(?:sql|\S+\.dynamic)\.(?:ref|id|table)$/
/** What takes text as it is. */
const raw = /^sql\.(?:raw|lit)$/

/** In the source: where text becomes a part of a statement as it is, and where what names a part of it is not written there itself. */
export function namesInStatements(): { raw: string[]; named: string[] } {
  const found = { raw: [] as string[], named: [] as string[] }
  for (const folder of ['server', 'db', 'app']) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue
      const at = join(folder, name)
      const text = readFileSync(at, 'utf8')
      if (!/\b(?:sql|dynamic)\s*\.|\.key\(/.test(text)) continue
      const source = ts.createSourceFile(at, text, ts.ScriptTarget.ES2022, true)
      const visit = (node: ts.Node): void => {
        if (ts.isPropertyAccessExpression(node)) {
          const said = node.getText(source).replace(/\s/g, '')
          if (raw.test(said)) found.raw.push(at)
          // Handed on under another name, it could no longer be followed.
          const given = ts.isCallExpression(node.parent) ? node.parent.arguments : undefined
          if (naming.test(said) || (given && said.endsWith('.key'))) {
            if (!given?.every(ts.isStringLiteral))
              found.named.push(`${at} ${given?.[0]?.getText(source) ?? said}`)
          }
        }
        ts.forEachChild(node, visit)
      }
      visit(source)
    }
  }
  return found
}
