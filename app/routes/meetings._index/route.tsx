import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { MeetingCard } from '#app/pieces/meeting/meeting-card.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const asked = {
    tableId: searchParams.get('table') ?? '',
    consultationId: searchParams.get('consultation') ?? '',
    mine: searchParams.get('mine') ?? '',
    when: searchParams.get('when') ?? '',
    after: searchParams.get('after') ?? '',
  }
  const listed = await context.platform.meetings
    .listMeetings(asked)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...listed, asked, isGuest: context.platform.actor.kind === 'guest' }
}

type Asked = { tableId: string; consultationId: string; mine: string; when: string }

export default function Meetings() {
  const { _ } = useLingui()
  const { meetings, next, asked, isGuest } = useLoaderData<typeof loader>()
  const isPast = asked.when === 'past'
  const isMine = asked.mine === 'yes'
  const ways = [
    { word: 'meetings.coming', to: { ...asked, when: '' }, isHere: !isPast },
    { word: 'meetings.past', to: { ...asked, when: 'past' }, isHere: isPast },
  ]
  const whose = [
    { word: 'meetings.everybody', to: { ...asked, mine: '' }, isHere: !isMine },
    { word: 'meetings.mine', to: { ...asked, mine: 'yes' }, isHere: isMine },
  ]
  return (
    <main id="content" className="page">
      <PageHeading title={_('meetings.title')} lead={_('meetings.lead')} />
      <Ways label={_('meetings.when')} ways={ways} />
      {!isGuest && <Ways label={_('meetings.whose')} ways={whose} />}
      {meetings.length === 0 && (
        <EmptyState title={_(isPast ? 'meetings.none.past' : 'meetings.none.coming')} />
      )}
      <ul className="grid">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <MeetingCard meeting={meeting} namesTable level={2} />
          </li>
        ))}
      </ul>
      <Pagination older={next ? addressOf(asked, next) : null} />
    </main>
  )
}

interface WaysProps {
  label: string
  ways: { word: string; to: Asked; isHere: boolean }[]
}

function Ways({ label, ways }: WaysProps) {
  const { _ } = useLingui()
  return (
    <nav className="meeting-ways" aria-label={label}>
      <ul className="plain-list cluster">
        {ways.map(({ word, to, isHere }) => (
          <li key={word}>
            <a
              className={isHere ? 'btn btn-primary btn-small' : 'btn btn-outline-primary btn-small'}
              href={addressOf(to)}
              aria-current={isHere ? 'true' : undefined}
            >
              {_(word)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function addressOf({ tableId, consultationId, mine, when }: Asked, after = ''): string {
  const named = { table: tableId, consultation: consultationId, mine, when, after }
  const search = new URLSearchParams(Object.entries(named).filter(([, value]) => value !== ''))
  return search.size > 0 ? `/meetings?${search}` : '/meetings'
}
