import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { FormFields } from '#server/fields.ts'
import { formFields } from './form-fields.ts'
import { refusedPage } from './refused.ts'

/** An act on the page where texts are read, which then shows the same question again, at the same place. */
export async function textsAct(
  { request, params }: ActionFunctionArgs,
  done: string,
  act: (fields: FormFields) => Promise<unknown>,
) {
  await act(await formFields(request, params)).catch((thrown: unknown) => refusedPage(thrown, request))
  const search = new URL(request.url).searchParams
  const next = new URLSearchParams({ done })
  for (const name of ['question', 'after']) if (search.get(name)) next.set(name, search.get(name) ?? '')
  return redirect(`/surveys/${params['surveyId']}/texts?${next}`, 303)
}

export function backToTexts({ params }: { params: { surveyId?: string | undefined } }) {
  return redirect(`/surveys/${params.surveyId}/texts`)
}
