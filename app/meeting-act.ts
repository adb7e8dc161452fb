import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { FormFields } from '#server/fields.ts'
import { formFields } from './form-fields.ts'
import { refusedPage } from './refused.ts'
import { roomAct } from './room-act.ts'

type Asked = Pick<ActionFunctionArgs, 'request' | 'params'>
type Act = (fields: FormFields) => Promise<{ roomId: string }>

/** An act on a meeting, asked from its room or from its own page: each gets its answer where it asked. */
export function meetingAct(asked: Asked, done: string, act: Act): Promise<Response> {
  return doneWhereAsked(asked, done, act, `/meetings/${asked.params['meetingId']}?done=${done}`)
}

/** The same for an item, which has its place on the page of the agenda. */
export function agendaAct(asked: Asked, done: string, act: Act): Promise<Response> {
  const { meetingId, itemId } = asked.params
  return doneWhereAsked(asked, done, act, `/meetings/${meetingId}/agenda?done=${done}#item-${itemId}`)
}

async function doneWhereAsked({ request, params }: Asked, done: string, act: Act, back: string) {
  const { from, ...fields } = await formFields(request.clone(), params)
  if (from !== undefined) return roomAct({ request, params }, done, act)
  await act(fields).catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(back, 303)
}

/** The address of an act, opened as a page, leads to where it is asked. */
export function toMeeting({ params }: Pick<Asked, 'params'>, page = ''): Response {
  return redirect(`/meetings/${params['meetingId']}${page}`)
}
