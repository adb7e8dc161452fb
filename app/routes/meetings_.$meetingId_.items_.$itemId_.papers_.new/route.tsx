import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { loadItem } from '#app/item-loader.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { ItemPage } from '#app/pieces/meeting/item-page.tsx'
import { PaperFields } from '#app/pieces/meeting/paper-fields.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader(asked: LoaderFunctionArgs) {
  const { meeting, item } = await loadItem(asked)
  return { meeting, item, clientId: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    await context.platform.meetings.addPaper(fields)
    return redirect(`/meetings/${params['meetingId']}/agenda?done=papers#item-${params['itemId']}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function NewPaper() {
  const { _ } = useLingui()
  const { meeting, item, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <ItemPage meeting={meeting} item={item} title={_('meetings.paper.add')} lead={_('meetings.paper.lead')}>
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
        <PaperFields errors={errors} value={typed} promised={meeting.languages} />
        <SubmitButton>{_('meetings.paper.save')}</SubmitButton>
      </form>
    </ItemPage>
  )
}
