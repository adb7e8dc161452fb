import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { MeetingWhen } from '#app/pieces/meeting/meeting-when.tsx'
import { QrCode } from '#app/pieces/meeting/qr-code.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meeting = await context.platform.meetings
    .showMeeting({ meetingId: params['meetingId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const { agenda: _agenda, ...shown } = meeting
  return shown
}

const parts = [
  { id: 'needed', lines: ['device', 'line', 'no-script', 'account'] },
  { id: 'how', lines: ['place', 'read', 'hand', 'vote'] },
  { id: 'seat', lines: ['speaks', 'votes', 'apologies'] },
  { id: 'alternate', lines: ['replaces', 'alone'] },
  { id: 'reader', lines: ['reads', 'public'] },
  { id: 'kept', lines: ['written', 'names'] },
]

/** How to take part, in plain words; it prints on one sheet, with the way in. */
export default function TakingPart() {
  const { _ } = useLingui()
  const { id, number, title, table, place, startsAt, endsAt, address, qrCode } =
    useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow taking-part">
      <Breadcrumb
        way={[
          { href: `/tables/${table.id}`, label: table.name.text },
          { href: `/meetings/${id}`, label: _('meetings.number', { number }) },
        ]}
      />
      <PageHeading
        title={_('meetings.taking-part')}
        above={<UserWords text={title.text} language={title.language} />}
        lead={<MeetingWhen startsAt={startsAt} endsAt={endsAt} />}
      />
      {place && (
        <p>
          {_('meetings.where')}: <UserWords text={place} />
        </p>
      )}
      <Notice>
        <p>{_('meetings.part.kept.no-voice')}</p>
      </Notice>
      {parts.map((part) => (
        <section key={part.id} aria-labelledby={part.id}>
          <h2 id={part.id} className="h4">
            {_(`meetings.part.${part.id}`)}
          </h2>
          <ul>
            {part.lines.map((line) => (
              <li key={line}>{_(`meetings.part.${part.id}.${line}`)}</li>
            ))}
          </ul>
        </section>
      ))}
      <QrCode address={address} code={qrCode} />
      <p className="no-print">{_('meetings.part.print')}</p>
    </main>
  )
}
