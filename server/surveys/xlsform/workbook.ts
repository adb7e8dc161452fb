import readSheets, { type CellValue, type Sheet } from 'read-excel-file/universal'
import { madeSafe, type UnsafeWorkbook } from './guard-workbook.ts'

const MOST_LETTERS = 5_000_000

/** A sheet as text: its name, its headings, and its rows that are not empty, numbered as the spreadsheet numbers them. */
export type SheetTable = { name: string; headings: string[]; rows: { row: number; cells: string[] }[] }

/** The sheets of an `.xlsx`, or why it is not read. */
export async function readWorkbook(
  file: Uint8Array,
): Promise<{ sheets: SheetTable[] } | { refused: UnsafeWorkbook | 'file-unreadable' }> {
  const safe = madeSafe(file)
  if (typeof safe === 'string') return { refused: safe }
  try {
    const sheets: Sheet[] = await readSheets(new Uint8Array(safe).buffer, { trim: false })
    const letters = sheets
      .flatMap(({ data }) => data.flat())
      .reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0)
    // One long text that many cells share is small in the file and endless in the form.
    if (letters > MOST_LETTERS) return { refused: 'sheet-too-large' }
    return {
      sheets: sheets.map(({ sheet, data }) => {
        const [headings = [], ...rows] = data.map((row) => row.map(written))
        return {
          name: sheet.trim(),
          headings: headings.map((heading) => heading.trim()),
          rows: rows
            .map((cells, index) => ({ row: index + 2, cells }))
            .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
        }
      }),
    }
  } catch {
    // A cell that holds an error, a part that is missing: the reader says so in its own words, which help nobody here.
    return { refused: 'file-unreadable' }
  }
}

function written(cell: CellValue | null): string {
  if (cell === null) return ''
  if (cell instanceof Date) {
    const text = cell.toISOString()
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text
  }
  // Spreadsheets put a space that does not break, and lines that end as in Windows, where nobody sees them.
  return String(cell).replaceAll('\u00a0', ' ').replaceAll('\r\n', '\n')
}
