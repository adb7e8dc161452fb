import writeSheets from 'write-excel-file/universal'

export type Workbook = {
  sheets: readonly { name: string; rows: readonly (readonly (string | number | null)[])[] }[]
  rightToLeft: boolean
}

/** Sheets as the bytes of an .xlsx. Every text is a cell of text, never a formula. */
export async function writeWorkbook({ sheets, rightToLeft }: Workbook): Promise<Uint8Array> {
  const blob = await writeSheets(
    sheets.map(({ name: sheet, rows }) => ({
      sheet,
      data: rows.map((row) => row.map(cell)),
      rightToLeft,
      stickyRowsCount: 1,
    })),
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function cell(value: string | number | null) {
  if (value === null || value === '') return null
  return typeof value === 'number' ? { value, type: Number } : { value: asCellText(value), type: String }
}

/**
 * A text as `write-excel-file` takes it. Its table of texts is an object, in which what every object has (`constructor`) is found
 * before it was ever put there; the mark behind such a word makes it another one, and is left out of the file as no XML may hold it.
 */
function asCellText(text: string): string {
  return text in Object.prototype ? `${text}\0` : text
}
