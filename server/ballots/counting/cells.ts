/** Rows as text with a separator, quoted where a cell needs it (RFC 4180). */
export function stringifyCells(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  return rows.map((row) => `${row.map(cell).join(separator)}\n`).join('')
}

function cell(text: string): string {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
