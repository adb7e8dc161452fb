import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { MeetingState } from '#app/pieces/meeting/meeting-state.tsx'
import { MeetingWhen } from '#app/pieces/meeting/meeting-when.tsx'
import { QrCode } from '#app/pieces/meeting/qr-code.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { AgendaRead } from './agenda-read.tsx'
import { MeetingActs } from './meeting-acts.tsx'
import { MeetingFacts } from './meeting-facts.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, floor, meetings } = context.platform
  const asked = { meetingId: params['meetingId'] ?? '' }
  const meeting = await meetings.showMeeting(asked).catch((thrown: unknown) => refusedPage(thrown, request))
  const places = actor.kind === 'guest' ? null : await floor.showMyPlaces(asked)
  return { ...meeting, seats: places?.seats.length ?? 0 }
}

const said = {
  changed: 'meetings.done.changed',
  cancelled: 'meetings.done.cancelled',
  opened: 'meetings.done.opened',
  closed: 'meetings.done.closed',
}

export default function Meeting() {
  const { _ } = useLingui()
  const meeting = useLoaderData<typeof loader>()
  const { id, number, title, state, table, roomId, address, qrCode } = meeting
  return (
    <main id="content" className="page">
      <Breadcrumb
        way={[
          { href: '/tables', label: _('tables.title') },
          { href: `/tables/${table.id}`, label: table.name.text },
        ]}
      />
      <Done said={said} />
      <PageHeading
        above={_('meetings.number', { number })}
        title={title.text}
        language={title.language}
        badges={
          <>
            <MeetingState state={state} />
            {meeting.isMembersOnly && <Badge icon="locked">{_('meetings.members-only')}</Badge>}
          </>
        }
        lead={<MeetingWhen startsAt={meeting.startsAt} endsAt={meeting.endsAt} />}
      />
      {state === 'cancelled' && (
        <Notice tone="warn" title={_('meetings.cancelled')}>
          <UserText text={meeting.cancelReason} />
        </Notice>
      )}
      {state !== 'cancelled' && (
        <p className="cluster">
          <a className="btn btn-primary" href={`/rooms/${roomId}`}>
            {_(state === 'open' ? 'meetings.enter' : 'meetings.to-room')}
          </a>
          {(state === 'open' || state === 'closed') && (
            <a className="btn btn-outline-primary" href={`/meetings/${id}/minutes`}>
              {_('minutes.one')}
            </a>
          )}
          <a className="btn btn-outline-primary" href={`/meetings/${id}/taking-part`}>
            {_('meetings.taking-part')}
          </a>
          {state === 'called' && (
            <a className="btn btn-outline-primary" href={`/meetings/${id}/calendar.ics`}>
              {_('meetings.to-calendar')}
            </a>
          )}
          {state === 'called' && (meeting.seats > 0 || meeting.may.run) && (
            <a href={`/meetings/${id}/apologies`}>
              {_(meeting.may.run ? 'meetings.apologies' : 'meetings.apologise')}
            </a>
          )}
        </p>
      )}
      <div className="with-aside band">
        <div>
          <MeetingActs meeting={meeting} />
          <AgendaRead meeting={meeting} />
        </div>
        <aside aria-labelledby="facts">
          <h2 id="facts">{_('meetings.facts')}</h2>
          <MeetingFacts meeting={meeting} />
          <QrCode address={address} code={qrCode} />
        </aside>
      </div>
    </main>
  )
}
