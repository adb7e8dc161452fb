import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedForm } from '#app/refused.ts'
import { KeepingPage } from '../rooms_.$roomId_.keeping/keeping-page.tsx'
import { loadKeeping } from '../rooms_.$roomId_.keeping/keeping.ts'

export function loader(args: LoaderFunctionArgs) {
  return loadKeeping(args)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { roomId } = await context.platform.rooms.setSlowMode(fields)
    return redirect(`/rooms/${roomId}/keeping?done=slow-mode`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function SlowMode() {
  return <KeepingPage tried="slow-mode" />
}
