import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { file } = await context.platform.surveys
    .downloadForm(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return new Response(Buffer.from(file, 'base64'), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': 'attachment; filename="survey.xlsx"',
    },
  })
}
