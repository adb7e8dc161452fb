import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  await context.platform.ballots.castVote(fields).catch((thrown: unknown) => refusedPage(thrown, request))
  const place =
    typeof fields['seatId'] === 'string' && fields['unit'] === 'seat' ? `seat-${fields['seatId']}` : 'person'
  return redirect(`/ballots/${params['ballotId']}?done=voted#${place}`, 303)
}

export function loader({ params }: ActionFunctionArgs) {
  return redirect(`/ballots/${params['ballotId']}`)
}
