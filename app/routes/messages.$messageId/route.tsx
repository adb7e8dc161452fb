import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Confirm } from '#app/pieces/confirm.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { isRefusal } from '#server/refusal.ts'
import type { OneMessage } from '#server/rooms/contract.ts'
import { messagesOnPage } from '#server/rooms/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { messageId = '' } = params
  const isAsked = new URL(request.url).searchParams.get('in') === 'room'
  const { rooms } = context.platform
  const message = isAsked ? undefined : await rooms.showOwnMessage({ messageId }).catch(ifRefused)
  if (message) return { message }
  // The address of a message leads everybody else, and its author who asks, to where it stands.
  const found = await rooms
    .showMessage({ messageId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  throw redirect(placeOf(found))
}

function ifRefused(thrown: unknown): undefined {
  if (!isRefusal(thrown)) throw thrown
}

function placeOf({ roomId, message: { id, rootId, seq, answers }, isNewest }: OneMessage): string {
  if (rootId !== null)
    return `/rooms/${roomId}/threads/${rootId}${answers < messagesOnPage ? '' : `?before=${seq + 1}`}#m-${id}`
  return isNewest ? `/rooms/${roomId}#m-${id}` : `/rooms/${roomId}?before=${seq + 1}#m-${id}`
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
        <>
          <Notice tone="warn">
            <p>{_(`talk.own.${message.state}`)}</p>
            {message.because?.reason && (
              <p>{_('talk.own.reason', { reason: _(`rooms.reason.${message.because.reason}`) })}</p>
            )}
            {message.because?.note && (
              <p>
                <UserWords text={message.because.note} />
              </p>
            )}
          </Notice>
          <UserText text={message.text} language={message.language} />
        </>
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
