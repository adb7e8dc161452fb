import { writeWorkbook } from '../../write-workbook.ts'
import type { FormDefinition } from '../contract.ts'
import { headed, sheetsOf } from './rows-of-form.ts'

/** The form as an XLSForm that reads back as the same form. */
export function writeForm(form: FormDefinition): Promise<Uint8Array> {
  return writeWorkbook({
    sheets: headed(sheetsOf(form)).map(({ sheet: name, headings, rows }) => ({
      name,
      rows: [headings, ...rows.map((row) => row.map((text) => text ?? null))],
    })),
    rightToLeft: /\((?:ar|fa|ur|he|ps|ckb)\b/i.test(form.settings['default_language'] ?? ''),
  })
}
