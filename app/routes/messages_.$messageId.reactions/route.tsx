import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { MessageText } from '#app/pieces/talk/message-text.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { reactions, reactionSigns } from '#server/rooms/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { messageId = '' } = params
  const shown = await context.platform.rooms
    .showMessage({ messageId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (shown.message.state !== 'said') throw redirect(`/rooms/${shown.roomId}`)
  return { shown }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { messageId } = await context.platform.rooms.putReaction(fields)
    return redirect(`/messages/${messageId}/reactions`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

/** What people think of a message, and what the reader does: for who is here without a script. */
export default function MessageReactions() {
  const { _ } = useLingui()
  const { shown } = useLoaderData<typeof loader>()
  const { errors, message: refused } = useRefused(useActionData())
  const { roomId, consultation, message, mine, maySpeak } = shown
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/rooms/${roomId}`, label: _('rooms.title') }]} />
      <PageHeading
        above={<UserWords text={consultation.title.text} language={consultation.title.language} />}
        title={_('talk.reactions')}
        lead={_('talk.reactions.lead')}
      />
      <ErrorSummary errors={errors} message={refused} />
      <blockquote>
        <p className="muted small">
          <UserWords text={message.name ?? ''} />
        </p>
        <MessageText {...message} />
      </blockquote>
      {maySpeak !== true && <Notice>{_(`refusal.${maySpeak}`)}</Notice>}
      <ul className="plain-list stack">
        {reactions.map((kind) => {
          const isMine = mine.includes(kind)
          return (
            <li key={kind}>
              <form
                method="post"
                action={isMine ? `/messages/${message.id}/reactions/withdrawal` : undefined}
                className="cluster"
              >
                <span>
                  <span aria-hidden="true">{reactionSigns[kind]}</span> {_(`rooms.reaction.${kind}`)}:{' '}
                  {message.reactions[kind] ?? 0}
                </span>
                {maySpeak === true && (
                  <button
                    name="kind"
                    value={kind}
                    className={isMine ? 'btn btn-primary btn-small' : 'btn btn-outline-primary btn-small'}
                  >
                    {_(isMine ? 'talk.reaction.back' : 'talk.reaction.put')}
                    <span className="visually-hidden"> {_(`rooms.reaction.${kind}`)}</span>
                  </button>
                )}
              </form>
            </li>
          )
        })}
      </ul>
      <p className="band">
        <a href={`/messages/${message.id}?in=room`}>{_('rooms.back')}</a>
      </p>
    </main>
  )
}
