import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = new URL(request.url).searchParams.get('language') ?? context.language
  const { file } = await context.platform.surveys
    .printForm({ ...params, language })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return new Response(Buffer.from(file, 'base64'), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="survey.pdf"' },
  })
}
