import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { csvFile } from '#app/csv-file.ts'
import { formFields } from '#app/form-fields.ts'
import type { RouteHandle } from '#app/route-handle.ts'
import { workbookFile } from '#app/workbook-file.ts'
import { isRefusal } from '#server/refusal.ts'

export const handle: RouteHandle = { answers: 'files' }

/** The answer to the form is the file itself; a refusal is said on the form's own page. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { sheets, isRightToLeft } = await context.platform.releases.exportAnswers(fields)
    if (fields['format'] === 'xlsx')
      return await workbookFile(context, 'survey-answers.xlsx', { sheets, rightToLeft: isRightToLeft })
    const [sheet] = sheets
    return csvFile(`${(sheet?.name ?? 'responses').replace(/[^\w-]/g, '-')}.csv`, sheet?.rows ?? [])
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    return redirect(`${formOf(params)}?refused=${encodeURIComponent(thrown.reason)}`, 303)
  }
}

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(formOf(params))
}

function formOf({ surveyId = '' }: LoaderFunctionArgs['params']): string {
  return `/surveys/${encodeURIComponent(surveyId)}/exports`
}
