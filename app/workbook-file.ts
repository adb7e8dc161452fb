import { asCellText } from '#server/surveys/words.ts'
import writeSheets from 'write-excel-file/universal'

type Row = readonly (string | number | null)[]

/** Sheets as an .xlsx to keep. Every text is a cell of text, never a formula. */
export async function workbookFile(
  name: string,
  sheets: readonly { name: string; rows: readonly Row[] }[],
  rightToLeft: boolean,
): Promise<Response> {
  const blob = await writeSheets(
    sheets.map(({ name: sheet, rows }) => ({
      sheet,
      data: rows.map((row) => row.map(cell)),
      rightToLeft,
      stickyRowsCount: 1,
    })),
  ).toBlob()
  return new Response(blob, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}

function cell(value: string | number | null) {
  if (value === null || value === '') return null
  return typeof value === 'number' ? { value, type: Number } : { value: asCellText(value), type: String }
}
