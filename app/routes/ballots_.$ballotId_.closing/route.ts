import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { ballotAct } from '#app/ballot-act.ts'

export async function action(asked: ActionFunctionArgs) {
  return ballotAct(asked, 'closed', asked.context.platform.ballots.closeBallot)
}

export function loader({ params }: ActionFunctionArgs) {
  return redirect(`/ballots/${params['ballotId']}`)
}
