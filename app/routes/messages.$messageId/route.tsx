import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Confirm } from '#app/pieces/confirm.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const message = await context.platform.rooms
    .showOwnMessage(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { message }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { id, roomId } = await context.platform.rooms.editMessage(fields)
    return redirect(`/rooms/${roomId}#m-${id}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function OwnMessage() {
  const { _ } = useLingui()
  const { message } = useLoaderData<typeof loader>()
  const refused = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('rooms.change.title')} />
      <ErrorSummary errors={refused.errors} message={refused.message} />
      {message.state === 'said' ? (
        <form method="post" className="form">
          <TextArea
            name="text"
            label={_('rooms.change.text')}
            lang={message.language}
            error={refused.errors['text']}
            defaultValue={refused.typed('text') ?? message.text}
          />
          <SubmitButton>{_('rooms.change.save')}</SubmitButton>
        </form>
      ) : (
        <UserText text={message.text} language={message.language} />
      )}
      <div className="band stack">
        <Confirm
          action={`/messages/${message.id}/withdrawal`}
          open={_('rooms.withdraw')}
          question={_('rooms.withdraw.question')}
          confirm={_('rooms.withdraw')}
        />
        <p>
          <a href={`/rooms/${message.roomId}#m-${message.id}`}>{_('rooms.back')}</a>
        </p>
      </div>
    </main>
  )
}
