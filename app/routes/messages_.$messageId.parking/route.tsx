import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { OneKeptPage } from '#app/pieces/talk/one-kept-page.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { messageId = '' } = params
  const kept = await context.platform.rooms
    .showKept({ messageId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (kept.state !== 'said' || !kept.mayModerate) throw redirect(`/rooms/${kept.roomId}/keeping`)
  return { kept }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { roomId } = await context.platform.rooms.parkMessage(fields)
    return redirect(`/rooms/${roomId}/keeping?done=parked`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Parking() {
  const { _ } = useLingui()
  const { kept } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <OneKeptPage
      kept={kept}
      title={_('talk.park.title')}
      lead={_('talk.park.lead')}
      errors={errors}
      message={message}
    >
      <TextArea
        name="note"
        rows={3}
        label={_('talk.park.note')}
        defaultValue={typed('note')}
        error={errors['note']}
      />
      <SubmitButton>{_('talk.park')}</SubmitButton>
    </OneKeptPage>
  )
}
