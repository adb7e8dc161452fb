import { csvOf } from './csv.ts'

/** Rows as a file to keep. */
export function csvFile(name: string, rows: Parameters<typeof csvOf>[0]): Response {
  return new Response(csvOf(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
