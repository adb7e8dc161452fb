import { type ActionFunctionArgs, redirect } from '@remix-run/node'

export async function action({ context }: ActionFunctionArgs) {
  if (context.platform.actor.kind === 'person') await context.platform.people.signOut({})
  // The browser forgets the pages it kept, so that the back button shows nothing of this person.
  return redirect('/', {
    status: 303,
    headers: { 'Set-Cookie': context.cookie.clear(), 'Clear-Site-Data': '"cache"' },
  })
}

export function loader() {
  return redirect('/')
}
