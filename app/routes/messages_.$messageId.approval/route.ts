import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { messageId = '' } = params
  const { roomId } = await context.platform.rooms
    .approveMessage({ messageId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/rooms/${roomId}/keeping?done=approved`, 303)
}
