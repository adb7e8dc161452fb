import { CsvError, type Options, parse } from 'csv-parse/sync'
import { malformed } from './ballot-file.ts'

export type DelimitedRow = { cells: string[]; line: number }

/** The rows of a table as text, each with its line; what cannot be read so is refused with the line it stands in. */
export function delimitedRows(file: string, text: string, options: Options = {}): DelimitedRow[] {
  try {
    const rows = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      ...options,
    })
    return (rows as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines,
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return malformed(file, Number(error['lines'] ?? 1), error.message)
  }
}
