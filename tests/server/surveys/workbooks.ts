import { asCellText } from '#server/surveys/words.ts'
import writeSheets from 'write-excel-file/universal'

/** An XLSForm as its author sees it: one line a row, cells parted by `|`; `¦` is a bar inside a cell. */
export type Written = { survey: string; choices?: string; settings?: string; more?: Record<string, string> }

export async function workbookOf(written: Written): Promise<Uint8Array> {
  const { survey, choices, settings, more = {} } = written
  const sheets = {
    ...(survey && { survey }),
    ...(choices && { choices }),
    ...(settings && { settings }),
    ...more,
  }
  const blob = await writeSheets(
    Object.entries(sheets).map(([sheet, table]) => ({
      sheet,
      data: cellsOf(table).map((row) =>
        row.map((cell) => (cell === '' ? null : { value: asCellText(cell), type: String })),
      ),
    })),
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function cellsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('¦', '|')))
}
