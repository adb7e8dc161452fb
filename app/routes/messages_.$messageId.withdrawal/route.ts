import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, roomId } = await context.platform.rooms
    .withdrawMessage(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/rooms/${roomId}#m-${id}`, 303)
}
