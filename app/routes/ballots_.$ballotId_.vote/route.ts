import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { ballotAct } from '#app/ballot-act.ts'
import type { FormFields } from '#server/fields.ts'

export async function action(asked: ActionFunctionArgs) {
  return ballotAct(asked, 'voted', asked.context.platform.ballots.castVote, placeOf)
}

function placeOf({ unit, seatId }: FormFields): string {
  return unit === 'seat' && typeof seatId === 'string' ? `#seat-${seatId}` : '#person'
}

export function loader({ params }: ActionFunctionArgs) {
  return redirect(`/ballots/${params['ballotId']}`)
}
