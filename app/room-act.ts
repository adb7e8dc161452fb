import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { FormFields } from '#server/fields.ts'
import { isRefusal } from '#server/refusal.ts'
import { formFields } from './form-fields.ts'
import { refusedPage } from './refused.ts'

type FromRoom = Pick<ActionFunctionArgs, 'request' | 'params'>

/**
 * An act that a form on a room's page posts without a script: done, it leads back to the room, and so does a refusal,
 * which the room's page then says. A form that names no room is shown the refusal as a page.
 */
export async function roomAct(
  { request, params }: FromRoom,
  done: string,
  act: (fields: FormFields) => Promise<{ roomId: string }>,
): Promise<Response> {
  const { from, ...fields } = await formFields(request, params)
  try {
    const { roomId } = await act(fields)
    return redirect(`/rooms/${roomId}?done=${done}#meeting`, 303)
  } catch (thrown) {
    if (!isRefusal(thrown) || thrown.reason === 'sign-in-first' || !isId(from))
      return refusedPage(thrown, request)
    const reason = Object.values(thrown.fields)[0]?.reason ?? thrown.reason
    return redirect(`/rooms/${from}?refused=${encodeURIComponent(reason)}#meeting`, 302)
  }
}

function isId(given: unknown): given is string {
  return typeof given === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(given)
}
