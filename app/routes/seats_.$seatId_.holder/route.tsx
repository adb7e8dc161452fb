import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { Refusal } from '#server/refusal.ts'
import { NamingForm } from './naming-form.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const seat = await context.platform.tables
    .listSeatHistory({ seatId: params['seatId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (!seat.may.name) refusedPage(new Refusal('forbidden', 'only-for-chair-or-secretary'), request)
  return seat
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { seatId } = await context.platform.tables.nameHolder(fields)
    return redirect(`/seats/${seatId}?done=named`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Holder() {
  const { _ } = useLingui()
  return (
    <NamingForm
      title={_('tables.name.holder')}
      seat={useLoaderData<typeof loader>()}
      answer={useActionData()}
    />
  )
}
