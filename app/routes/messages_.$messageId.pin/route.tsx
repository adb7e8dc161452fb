import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { OneKeptPage } from '#app/pieces/talk/one-kept-page.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { messageId = '' } = params
  const kept = await context.platform.rooms
    .showKept({ messageId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (kept.state !== 'said') throw redirect(`/rooms/${kept.roomId}/keeping`)
  return { kept }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { roomId } = await context.platform.rooms.pinMessage(fields)
    return redirect(`/rooms/${roomId}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Pin() {
  const { _ } = useLingui()
  const { kept } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { isPinned, id } = kept
  return (
    <OneKeptPage
      kept={kept}
      title={_(isPinned ? 'talk.unpin.title' : 'talk.pin.title')}
      lead={_(isPinned ? 'talk.unpin.lead' : 'talk.pin.lead')}
      errors={errors}
      message={message}
    >
      <TextField
        name="note"
        optional
        label={_('talk.why')}
        hint={_('talk.why.hint')}
        defaultValue={typed('note')}
        error={errors['note']}
      />
      {isPinned ? (
        <SubmitButton formAction={`/messages/${id}/pin/withdrawal`}>{_('talk.unpin')}</SubmitButton>
      ) : (
        <SubmitButton>{_('talk.pin')}</SubmitButton>
      )}
    </OneKeptPage>
  )
}
