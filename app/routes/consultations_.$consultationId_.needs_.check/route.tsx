import type { ActionFunctionArgs } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { loadNeedForm, refusedNeed, type NeedFormAnswer } from '#app/need-form.ts'
import { NewNeed } from '#app/pieces/new-need.tsx'
import { typedText } from '#app/refused.ts'
import type { RouteHandle } from '#app/route-handle.ts'

export const handle: RouteHandle = { hydrate: true, words: ['needs', 'editor'] }

export const loader = loadNeedForm

/** The step before sending: nothing is kept. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { similar } = await context.platform.needs.checkNeed(fields)
    const answer: NeedFormAnswer = { typed: typedText(fields), places: [], similar }
    return answer
  } catch (thrown) {
    return refusedNeed(thrown, fields, request, context.platform)
  }
}

export default function CheckNeedPage() {
  return <NewNeed />
}
