import writeSheets from 'write-excel-file/universal'
import type { FormDefinition } from '../contract.ts'
import { asCellText } from '../words.ts'
import { headed, sheetsOf } from './rows-of-form.ts'

type Cell = { value: string; type: typeof String } | null

/** The form as an XLSForm that reads back as the same form. Every cell is text, never a formula. */
export async function writeForm(form: FormDefinition): Promise<Uint8Array> {
  const rightToLeft = /\((?:ar|fa|ur|he|ps|ckb)\b/i.test(form.settings['default_language'] ?? '')
  const blob = await writeSheets(
    headed(sheetsOf(form)).map(({ sheet, headings, rows }) => ({
      sheet,
      data: [headings.map(cell), ...rows.map((row) => row.map(cell))],
      rightToLeft,
      stickyRowsCount: 1,
    })),
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function cell(text: string | undefined): Cell {
  return text === undefined ? null : { value: asCellText(text), type: String }
}
