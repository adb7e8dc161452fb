/**
 * Rows as a CSV file that spreadsheets read as what it is: a mark for UTF-8 in front, and no text that
 * would run as a formula.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

const formula = '[=+\\-@|%＝＋－＠]'
const atStart = new RegExp(`^\\s*(?:${formula}|[\\t\\r])`)
// Where semicolons part cells, as in Italy, a spreadsheet may begin one in the middle of ours. Each tab is such a place itself: none
// looks past the next, or a text of nothing but tabs would take as long as the square of its length.
const within = new RegExp(`([;\\t])(?=[^\\S\\t]*${formula})`, 'g')

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = (atStart.test(value) ? `'${value}` : value).replace(within, "$1'")
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
