import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { formFields, searchFields } from '#app/form-fields.ts'
import { useOutbox } from '#app/live/use-outbox.ts'
import { useRoom } from '#app/live/use-room.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import type { RouteHandle } from '#app/route-handle.ts'
import { useRefused } from '#app/use-refused.ts'
import type { MessageShown } from '#server/rooms/contract.ts'
import { Composer, type Replying } from './composer.tsx'
import { MessageList, type MessageListHandle } from './message-list.tsx'
import { RoomBar } from './room-bar.tsx'

export const handle: RouteHandle = { hydrate: true, words: ['rooms'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const room = await context.platform.rooms
    .showRoom({ ...searchFields(request, ['before']), ...params })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const { searchParams } = new URL(request.url)
  const reply = room.messages.find(({ id, state }) => id === searchParams.get('reply') && state === 'said')
  return {
    room,
    updatedAt: room.updatedAt,
    language: context.language,
    isNewest: !searchParams.has('before'),
    replying: reply ? replyingTo(reply) : null,
    done: searchParams.get('done'),
    clientId: room.maySpeak === true ? crypto.randomUUID() : '',
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a room's message, not a window's
    await context.platform.rooms.postMessage(fields)
    return redirect(`/rooms/${params['roomId']}?done=posted#write`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

// The live connection keeps the page true; asking for it anew would only lose the place in it.
export function shouldRevalidate() {
  return false
}

export default function Room() {
  const { _ } = useLingui()
  const { room, language, isNewest, replying: asked, done, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const list = useRef<MessageListHandle>(null)
  const [replying, setReplying] = useState<Replying | null>(asked)
  const outbox = useOutbox(room.id, room.maySpeak === true && isNewest ? room.me : null)
  const { conversation, link, people, catchUp, showOlder } = useRoom(
    room,
    isNewest,
    ({ fresh, arrived, cursor }) => {
      outbox.arrived(arrived, cursor)
      list.current?.hear(fresh)
    },
  )
  // What was sent while nothing came live is asked for.
  const isBehind = outbox.waiting.some(({ seq }) => seq !== undefined && seq > conversation.cursor)
  useEffect(() => {
    if (isBehind && link !== 'live') void catchUp()
  }, [isBehind, link, catchUp])
  const reply = useCallback((to: MessageShown) => {
    setReplying(replyingTo(to))
    document.getElementById('text')?.focus()
  }, [])
  const { title } = room.consultation
  return (
    <main id="content" className="page room">
      <Breadcrumb way={[{ href: `/consultations/${room.consultation.id}`, label: title.text }]} />
      <PageHeading title={_('rooms.title')} above={<bdi lang={title.language}>{title.text}</bdi>} />
      {done === 'posted' && link === 'still' && (
        <Notice tone="good" spoken>
          {_('rooms.posted')}
        </Notice>
      )}
      <ErrorSummary errors={errors} message={message} />
      <RoomBar
        roomId={room.id}
        link={isNewest ? link : 'still'}
        people={people}
        mayModerate={room.mayModerate}
      />
      {link === 'removed' && (
        <Notice tone="warn" spoken>
          {_('rooms.removed')}
        </Notice>
      )}
      <MessageList
        ref={list}
        roomId={room.id}
        conversation={conversation}
        waiting={outbox.waiting}
        isNewest={isNewest}
        maySpeak={room.maySpeak === true}
        mayModerate={room.mayModerate}
        onOlder={showOlder}
        onReply={reply}
        onDrop={outbox.drop}
      />
      {isNewest ? (
        <Composer
          room={room}
          language={language}
          clientId={clientId}
          typed={typed}
          errors={errors}
          replying={replying}
          onReplied={() => setReplying(null)}
          onSay={(said) => {
            outbox.say(said)
            list.current?.toNewest()
          }}
        />
      ) : (
        <p>
          <a className="btn btn-outline-primary" href={`/rooms/${room.id}`}>
            {_('rooms.to-newest')}
          </a>
        </p>
      )}
    </main>
  )
}

function replyingTo({ id, name, text }: MessageShown): Replying {
  return { id, name, text: text?.slice(0, 160) ?? null }
}
