import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { formFields } from '#app/form-fields.ts'
import { refusedPage } from '#app/refused.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { isOpen, holdsStatements, letsGuests, showsResults, isSensitive } = await formFields(request, params)
  const { consultationId } = await context.platform.opinions
    .arrangeStatements({
      consultationId: params['consultationId'] ?? '',
      // A box that is not ticked is not sent: that is its no.
      isOpen: isOpen ?? 'no',
      holdsStatements: holdsStatements ?? 'no',
      letsGuests: letsGuests ?? 'no',
      showsResults: showsResults ?? 'no',
      isSensitive,
    })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/consultations/${consultationId}/statements?done=arranged`, 303)
}
