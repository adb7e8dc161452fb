import { writeWorkbook } from '#server/write-workbook.ts'

/** An XLSForm as its author sees it: one line a row, cells parted by `|`; `¦` is a bar inside a cell. */
export type Written = { survey: string; choices?: string; settings?: string; more?: Record<string, string> }

export function workbookOf(written: Written): Promise<Uint8Array> {
  const { survey, choices, settings, more = {} } = written
  const sheets = {
    ...(survey && { survey }),
    ...(choices && { choices }),
    ...(settings && { settings }),
    ...more,
  }
  return writeWorkbook({
    sheets: Object.entries(sheets).map(([name, table]) => ({ name, rows: cellsOf(table) })),
    rightToLeft: false,
  })
}

function cellsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('¦', '|')))
}
