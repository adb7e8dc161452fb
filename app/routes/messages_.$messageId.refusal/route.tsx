import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { OneKeptPage } from '#app/pieces/talk/one-kept-page.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { reportReasons } from '#server/moderation/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { messageId = '' } = params
  const kept = await context.platform.rooms
    .showKept({ messageId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (kept.state !== 'held') throw redirect(`/rooms/${kept.roomId}/keeping`)
  return { kept }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { roomId } = await context.platform.rooms.refuseMessage(fields)
    return redirect(`/rooms/${roomId}/keeping?done=refused`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function MessageRefusal() {
  const { _ } = useLingui()
  const { kept } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <OneKeptPage
      kept={kept}
      title={_('talk.refuse.title')}
      lead={_('talk.refuse.lead')}
      errors={errors}
      message={message}
    >
      <SelectField
        name="reason"
        label={_('talk.reason')}
        empty={_('talk.reason.choose')}
        options={reportReasons.map((reason) => ({ value: reason, label: _(`rooms.reason.${reason}`) }))}
        defaultValue={typed('reason')}
        error={errors['reason']}
      />
      <TextArea
        name="note"
        rows={3}
        label={_('talk.refuse.note')}
        defaultValue={typed('note')}
        error={errors['note']}
      />
      <SubmitButton tone="danger">{_('talk.refuse')}</SubmitButton>
    </OneKeptPage>
  )
}
