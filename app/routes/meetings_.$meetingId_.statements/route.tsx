import { useLingui } from '@lingui/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { roomAct } from '#app/room-act.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { messageId } = searchFields(request, ['messageId'])
  return context.platform.decisions
    .showTakingUp({
      meetingId: params['meetingId'] ?? '',
      messageId: typeof messageId === 'string' ? messageId : '',
    })
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

export function action(asked: ActionFunctionArgs) {
  return roomAct(asked, 'taken-up', asked.context.platform.decisions.takeUpMessage)
}

export default function TakeUpMessage() {
  const { _ } = useLingui()
  const { roomId, isOpen, message } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('decisions.take-up')} lead={_('decisions.take-up.lead')} />
      <blockquote>
        <UserText text={message.text} language={message.language} />
        {message.organisation && (
          <footer>
            <bdi>{message.organisation}</bdi>
          </footer>
        )}
      </blockquote>
      {isOpen ? (
        <form method="post" className="form">
          <input type="hidden" name="from" value={roomId} />
          <input type="hidden" name="messageId" value={message.id} />
          <SubmitButton>{_('decisions.take-up')}</SubmitButton>
        </form>
      ) : (
        <Notice tone="warn">{_('refusal.meeting-not-open')}</Notice>
      )}
      <p className="band">
        <a href={`/rooms/${roomId}#m-${message.id}`}>{_('decisions.to-room')}</a>
      </p>
    </main>
  )
}
