/** Rows as text with a separator, quoted where a cell needs it (RFC 4180). */
export function stringifyCells(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  return rows.map((row) => `${row.map(cell).join(separator)}\n`).join('')
}

/** What a spreadsheet would run as a formula; also where apostrophes stand before it, so that taking one away is undone exactly. */
const runnable = /^'*\s*[=+\-@|%＝＋－＠\t\r]/

/** With an apostrophe in front a spreadsheet takes it for text. */
export function asText(name: string): string {
  return runnable.test(name) ? `'${name}` : name
}

/** The name that `asText` wrote. */
export function fromText(cell: string): string {
  return cell.startsWith("'") && runnable.test(cell) ? cell.slice(1) : cell
}

function cell(text: string): string {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
