import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { loadItem } from '#app/item-loader.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { EndingFields } from '#app/pieces/meeting/ending-fields.tsx'
import { ItemPage } from '#app/pieces/meeting/item-page.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader(asked: LoaderFunctionArgs) {
  const { meeting, item } = await loadItem(asked)
  return { meeting, item, clientId: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { from, ...fields } = await formFields(request, params)
  try {
    const { itemId, roomId } = await context.platform.meetings.closeItem(fields)
    return redirect(
      from === undefined
        ? `/meetings/${params['meetingId']}/agenda?done=item-closed#item-${itemId}`
        : `/rooms/${roomId}?done=item-closed#meeting`,
      303,
    )
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function CloseItem() {
  const { _ } = useLingui()
  const { meeting, item, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <ItemPage meeting={meeting} item={item} title={_('agenda.close')}>
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
        <EndingFields errors={errors} typed={typed} />
        <SubmitButton>{_('agenda.close')}</SubmitButton>
      </form>
    </ItemPage>
  )
}
