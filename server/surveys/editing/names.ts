import type { Cells, Sheets } from '../xlsform/rows-of-form.ts'

/** A name that nothing has yet, made from words in any script. */
export function nameFrom(words: string, taken: ReadonlySet<string>): string {
  const plain = words
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^[\p{N}_]+|_+$/gu, '')
    .slice(0, 30)
  const name = plain === '' ? 'domanda' : plain
  if (!taken.has(name)) return name
  for (let number = 2; ; number += 1) if (!taken.has(`${name}_${number}`)) return `${name}_${number}`
}

/** A question called otherwise, also wherever an expression or a label asks for its answer. */
export function renamed(sheets: Sheets, from: string, to: string): Sheets {
  const asked = `\${${from}}`
  const inCells = (cells: Cells): Cells =>
    Object.fromEntries(
      Object.entries(cells).map(([column, text]) => [column, text.replaceAll(asked, `\${${to}}`)]),
    )
  return { ...sheets, survey: sheets.survey.map(inCells) }
}
