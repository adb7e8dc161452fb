import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#server/refusal.ts'
import { formFields } from './form-fields.ts'
import { refusedForm, refusedPage } from './refused.ts'

/** The seat that a form changes, for whoever may change it so. */
export async function loadSeatToChange(
  { request, params, context }: LoaderFunctionArgs,
  change: 'name' | 'end',
) {
  const seat = await context.platform.tables
    .listSeatHistory({ seatId: params['seatId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (!seat.may[change]) refusedPage(new Refusal('forbidden', 'only-for-chair-or-secretary'), request)
  return seat
}

/** Sends the form by one of the acts on a seat, and leads back to it. */
export async function changeSeat(
  { request, params, context }: ActionFunctionArgs,
  act: 'nameHolder' | 'nameAlternate' | 'endSeat',
  done: 'named' | 'ended',
) {
  const fields = await formFields(request, params)
  try {
    const { seatId } = await context.platform.tables[act](fields)
    return redirect(`/seats/${seatId}?done=${done}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}
