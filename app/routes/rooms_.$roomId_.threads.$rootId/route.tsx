import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields, searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Composer } from '#app/pieces/talk/composer.tsx'
import { Message, type Reader } from '#app/pieces/talk/message.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import type { MessageShown } from '#server/rooms/contract.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { roomId = '', rootId = '' } = params
  const { rooms } = context.platform
  const refuse = (thrown: unknown) => refusedPage(thrown, request)
  const thread = await rooms
    .listThread({ ...searchFields(request, ['before']), roomId, rootId })
    .catch(refuse)
  const { messages: _, ...room } = await rooms.showRoom({ roomId, before: 0 }).catch(refuse)
  const { searchParams } = new URL(request.url)
  const answered = thread.messages.find(({ id }) => id === searchParams.get('reply'))
  return {
    room,
    thread,
    isNewest: !searchParams.has('before'),
    replying: answered?.state === 'said' ? answered : thread.root.state === 'said' ? thread.root : null,
    language: context.language,
    clientId: context.newId,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { roomId, rootId } = params
  const fields = await formFields(request, { roomId })
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a room's message, not a window's
    const { id, seq } = await context.platform.rooms.postMessage(fields)
    const done = seq === null ? 'held#write' : `posted#m-${id}`
    return redirect(`/rooms/${roomId}/threads/${rootId}?done=${done}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

function nothing() {}

/** A message and its answers on a page of their own: for who reads without a script, and to be linked to. */
export default function ThreadPage() {
  const { _ } = useLingui()
  const { room, thread, isNewest, replying, language, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { root, messages, olderThan, mine } = thread
  const { mayModerate, mayKeepOrder, me, maySpeak } = room
  const reader: Reader = { roomId: room.id, me, mayModerate, mayKeepOrder, maySpeak: maySpeak === true }
  const address = `/rooms/${room.id}/threads/${root.id}`
  const shown = (each: MessageShown) => (
    <Message message={each} reader={reader} mine={mine[each.id]} onReply={nothing} onReacted={nothing} />
  )
  return (
    <main id="content" className="page room">
      <Breadcrumb way={[{ href: `/rooms/${room.id}`, label: _('rooms.title') }]} />
      <PageHeading
        above={<UserWords text={room.consultation.title.text} language={room.consultation.title.language} />}
        title={_('talk.thread')}
      />
      <Done said={{ posted: 'rooms.posted', held: 'rooms.own-held' }} />
      <ErrorSummary errors={errors} message={message} />
      <div className="thread-page">
        {shown(root)}
        {olderThan !== null && (
          <p className="room-older">
            <a className="btn btn-outline-primary btn-small" href={`${address}?before=${olderThan}`}>
              {_('rooms.answers.older')}
            </a>
          </p>
        )}
        {messages.length === 0 ? (
          <EmptyState title={_('talk.thread.empty')} />
        ) : (
          <ol className="thread-list">
            {messages.map((each) => (
              <li key={each.id}>{shown(each)}</li>
            ))}
          </ol>
        )}
      </div>
      {isNewest ? (
        replying && (
          <Composer
            room={room}
            back={address}
            language={language}
            clientId={clientId}
            typed={typed}
            errors={errors}
            replying={{
              id: replying.id,
              rootId: root.id,
              name: replying.name,
              text: replying.text?.slice(0, 160) ?? null,
            }}
            onReplied={nothing}
            onSay={nothing}
          />
        )
      ) : (
        <p>
          <a className="btn btn-outline-primary" href={address}>
            {_('talk.thread.newest')}
          </a>
        </p>
      )}
    </main>
  )
}
