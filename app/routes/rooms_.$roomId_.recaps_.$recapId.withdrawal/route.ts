import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { recapId = '' } = params
  const { roomId } = await context.platform.rooms
    .withdrawRecap({ recapId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/rooms/${roomId}/recaps?done=withdrawn`, 303)
}
