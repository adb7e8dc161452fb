import type { AppLoadContext } from '@remix-run/node'

/** Sheets as an .xlsx to keep. */
export async function workbookFile(
  context: AppLoadContext,
  name: string,
  workbook: Parameters<AppLoadContext['writeWorkbook']>[0],
): Promise<Response> {
  return new Response((await context.writeWorkbook(workbook)) as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
