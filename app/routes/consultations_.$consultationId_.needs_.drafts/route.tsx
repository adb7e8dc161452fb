import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { sentDraftCookie } from '#app/editor/draft.ts'
import { formFields } from '#app/form-fields.ts'
import { deviceDraftKey, loadNeedForm, refusedNeed } from '#app/need-form.ts'
import { NewNeed } from '#app/pieces/new-need.tsx'
import type { RouteHandle } from '#app/route-handle.ts'

export const handle: RouteHandle = { hydrate: true, words: ['needs', 'editor'] }

export const loader = loadNeedForm

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  const { needs, actor } = context.platform
  try {
    await needs.saveNeedDraft(fields)
    const personId = actor.kind === 'person' ? actor.id : ''
    return redirect('/me/needs?done=draft-kept', {
      status: 303,
      headers: { 'Set-Cookie': sentDraftCookie(deviceDraftKey(personId, String(params['consultationId']))) },
    })
  } catch (thrown) {
    return refusedNeed(thrown, fields, request, context.platform)
  }
}

export default function NeedDraftPage() {
  return <NewNeed />
}
