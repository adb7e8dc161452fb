import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, context }: ActionFunctionArgs) {
  await context.platform.people.endOtherSessions({}).catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect('/me/devices?done=others', 303)
}

export function loader() {
  return redirect('/me/devices')
}
