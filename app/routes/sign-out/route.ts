import { type ActionFunctionArgs, redirect } from '@remix-run/node'

export async function action({ context }: ActionFunctionArgs) {
  if (context.platform.actor.kind === 'person') await context.platform.people.signOut({})
  // The browser forgets the pages and drafts it kept: on a shared phone the next person finds nothing of this one.
  return redirect('/', {
    status: 303,
    headers: { 'Set-Cookie': context.cookie.clear(), 'Clear-Site-Data': '"cache", "storage"' },
  })
}

export function loader() {
  return redirect('/')
}
