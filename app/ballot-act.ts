import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { FormFields } from '#server/fields.ts'
import { formFields } from './form-fields.ts'
import { refusedPage } from './refused.ts'
import { roomAct } from './room-act.ts'

/** An act on a ballot, asked on its own page or in the room of a meeting: each gets its answer where it asked. */
export async function ballotAct(
  { request, params }: Pick<ActionFunctionArgs, 'request' | 'params'>,
  done: string,
  act: (fields: FormFields) => Promise<unknown>,
  place: (fields: FormFields) => string = () => '',
): Promise<Response> {
  const { from: roomId, ...fields } = await formFields(request.clone(), params)
  if (typeof roomId === 'string' && /^[\da-f-]{36}$/i.test(roomId))
    return roomAct({ request, params }, done, async (wish) => {
      await act(wish)
      return { roomId }
    })
  await act(fields).catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/ballots/${params['ballotId']}?done=${done}${place(fields)}`, 303)
}
