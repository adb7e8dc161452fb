import { useLingui } from '@lingui/react'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { useContext, useEffect, useMemo, useRef } from 'react'
import { formFields, searchFields } from '#app/form-fields.ts'
import { keepPlace } from '#app/kept-place.ts'
import { RoomForms } from '#app/live/room-forms.ts'
import { useMyPlaces } from '#app/live/use-my-places.ts'
import { RoomClock } from '#app/live/use-now.ts'
import { useOutbox } from '#app/live/use-outbox.ts'
import { useOwnWaiting } from '#app/live/use-own-waiting.ts'
import type { LoadedSheet } from '#app/live/sheet.ts'
import { useRoom } from '#app/live/use-room.ts'
import { useSheet } from '#app/live/use-sheet.ts'
import { LookSent } from '#app/look-sent.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { MeetingHead } from '#app/pieces/meeting/meeting-head.tsx'
import { Panels } from '#app/pieces/meeting/panels.tsx'
import type { Sitting } from '#app/pieces/meeting/sitting.ts'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import type { loader as rootLoader } from '#app/root.tsx'
import type { RouteHandle } from '#app/route-handle.ts'
import { useRefused } from '#app/use-refused.ts'
import type { MessageListHandle } from '#app/pieces/talk/message-list.tsx'
import { RoomBar } from './room-bar.tsx'
import { Talk } from './talk.tsx'

export const handle: RouteHandle = {
  hydrate: true,
  look: 'inside',
  words: ['rooms', 'floor', 'agenda', 'decisions'],
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const room = await context.platform.rooms
    .showRoom({ ...searchFields(request, ['before']), ...params })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const sheet = (await context.platform.sheets.showSheet({ roomId: room.id })) as LoadedSheet
  const { searchParams } = new URL(request.url)
  return {
    room,
    sheet: { ...sheet, at: drawnAt(sheet, room.updatedAt) },
    ...(await ownPart(context, sheet)),
    updatedAt: room.updatedAt,
    language: context.language,
    isNewest: !searchParams.has('before'),
    done: searchParams.get('done'),
    refused: searchParams.get('refused'),
    clientId: room.me === null ? '' : context.newId,
  }
}

/**
 * Where the platform's clock stands on the page. Only a meeting's clocks run, by the second; a page that is the same as
 * the one before is not drawn again, and a millisecond would make each another one.
 */
function drawnAt({ at, meeting }: LoadedSheet, lastChange: string | null): string {
  return meeting ? `${at.slice(0, 19)}.000Z` : (lastChange ?? new Date(0).toISOString())
}

/** What is the reader's own in the meeting; opening the page keeps a place that is taken. */
async function ownPart(context: AppLoadContext, { meeting, parts }: LoadedSheet) {
  const { actor, floor, checks, decisions } = context.platform
  if (!meeting || actor.kind === 'guest') return { my: null, answers: [], votes: [] }
  const { id: meetingId } = meeting
  const places = await floor.showMyPlaces({ meetingId })
  if (places.seats.length > 0) await keepPlace(context, meetingId)
  return {
    my: { meetingId, places },
    answers: parts.check?.open ? await checks.showMyAnswers({ meetingId }) : [],
    votes: parts.decisions?.vote ? await decisions.showMyVotes({ meetingId }) : [],
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a room's message, not a window's
    const { seq } = await context.platform.rooms.postMessage(fields)
    return redirect(`/rooms/${params['roomId']}?done=${seq === null ? 'held' : 'posted'}#write`, 303)
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
  const look = useContext(LookSent)
  const shell = useRouteLoaderData<typeof rootLoader>('root')
  const {
    room,
    sheet: loaded,
    language,
    isNewest,
    my: loadedPlaces,
    answers,
    votes,
    done,
    refused,
    clientId,
  } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const list = useRef<MessageListHandle>(null)
  const { sheet, clock, hear: hearSheet } = useSheet(room.id, loaded)
  const { held, askAgain } = useOwnWaiting(room.id, room.waiting, sheet.parts.talk)
  const outbox = useOutbox(
    room.id,
    room.maySpeak === true && isNewest ? room.me : null,
    () => void askAgain(),
  )
  const live = useRoom(room, isNewest, { hear: hearSheet, clock }, ({ fresh, changed, arrived, cursor }) => {
    outbox.arrived(arrived, cursor)
    list.current?.hear(fresh, changed)
  })
  const { conversation, link, people, catchUp } = live
  const standing = room.isOpen && !conversation.isOpen ? { ...room, maySpeak: 'room-closed' as const } : room
  // What was sent while nothing came live is asked for.
  const isBehind = outbox.waiting.some(({ seq }) => seq !== undefined && seq > conversation.cursor)
  useEffect(() => {
    if (isBehind && link !== 'live') void catchUp()
  }, [isBehind, link, catchUp])
  const { title } = room.consultation
  const { meeting, parts } = sheet
  const my = useMyPlaces(meeting?.id, loadedPlaces, room.me !== null)
  const sitting: Sitting | null = meeting && {
    meeting,
    parts,
    my,
    answers,
    votes,
    isSignedIn: room.me !== null,
  }
  const takenUp = parts.decisions?.takenUp
  const takesUpIn = meeting?.state === 'open' && my.watchesBalance ? meeting.id : null
  const record = useMemo(() => ({ takesUpIn, ...(takenUp ? { takenUp } : {}) }), [takesUpIn, takenUp])
  const forms = useMemo(
    () => ({
      roomId: room.id,
      clientId,
      afterAct: () => {
        if (link !== 'live') void catchUp()
      },
    }),
    [room.id, clientId, link, catchUp],
  )
  const refusedAs = refused === null ? '' : _(`refusal.${refused}`)
  return (
    <RoomClock.Provider value={clock}>
      <RoomForms.Provider value={forms}>
        <main id="content" className={sitting ? 'page room room-meeting' : 'page room'}>
          <Breadcrumb way={[{ href: `/consultations/${room.consultation.id}`, label: title.text }]} />
          <PageHeading title={_('rooms.title')} above={<bdi lang={title.language}>{title.text}</bdi>} />
          {(done === 'posted' || done === 'held') && link === 'still' && (
            <Notice tone="good" spoken>
              {_(done === 'held' ? 'rooms.own-held' : 'rooms.posted')}
            </Notice>
          )}
          {done !== null && done !== 'posted' && done !== 'held' && link === 'still' && (
            <Notice tone="good" spoken>
              {_('floor.done')}
            </Notice>
          )}
          <ErrorSummary
            errors={errors}
            message={message ?? (refusedAs.startsWith('refusal.') ? undefined : refusedAs || undefined)}
          />
          {sitting && <MeetingHead sitting={sitting} />}
          <div className="room-talk">
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
            {sheet.lastClosed && meeting?.state !== 'open' && (
              <p>
                <a href={`/meetings/${sheet.lastClosed.id}/minutes`}>
                  {_('decisions.minutes.of', { number: sheet.lastClosed.number })}
                </a>
              </p>
            )}
            <Talk
              room={standing}
              talk={parts.talk}
              live={live}
              outbox={outbox}
              held={held}
              record={record}
              list={list}
              isNewest={isNewest}
              language={language}
              clientId={clientId}
              typed={typed}
              errors={errors}
            />
          </div>
          {sitting && (
            <>
              <style
                id="look-rest"
                nonce={shell?.nonce}
                suppressHydrationWarning
                dangerouslySetInnerHTML={{ __html: look.rest }}
              />
              <Panels sitting={sitting} language={language} />
            </>
          )}
        </main>
      </RoomForms.Provider>
    </RoomClock.Provider>
  )
}
