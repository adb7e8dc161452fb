import { useLingui } from '@lingui/react'
import { languageName } from '#app/language-names.ts'
import { MeetingWhen } from '#app/pieces/meeting/meeting-when.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { MeetingShown } from '#server/meetings/contract.ts'

/** When, where, and by which rules it sits. */
export function MeetingFacts({ meeting }: { meeting: MeetingShown }) {
  const { _, i18n } = useLingui()
  const { consultation, languages, place, quorum, roomId, seatSeconds, agenda } = meeting
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0)
  return (
    <dl className="meeting-facts">
      <dt>{_('meetings.when')}</dt>
      <dd>
        <MeetingWhen startsAt={meeting.startsAt} endsAt={meeting.endsAt} />
      </dd>
      <dt>{_('meetings.where')}</dt>
      <dd>
        {place && (
          <>
            <UserWords text={place} />{' '}
          </>
        )}
        <a href={`/rooms/${roomId}`}>{_(place ? 'meetings.where.and-here' : 'meetings.where.here')}</a>
      </dd>
      <dt>{_('meetings.about')}</dt>
      <dd>
        <a href={`/consultations/${consultation.id}`}>
          <UserWords text={consultation.title.text} language={consultation.title.language} />
        </a>
      </dd>
      {minutes > 0 && (
        <>
          <dt>{_('meetings.length')}</dt>
          <dd>{_('agenda.minutes', { minutes })}</dd>
        </>
      )}
      <dt>{_('meetings.quorum')}</dt>
      <dd>{_('meetings.quorum.text', { quorum })}</dd>
      {seatSeconds !== null && (
        <>
          <dt>{_('meetings.seat-time')}</dt>
          <dd>{_('agenda.minutes', { minutes: Math.round(seatSeconds / 60) })}</dd>
        </>
      )}
      <dt>{_('meetings.paper-languages')}</dt>
      <dd>{languages.map((language) => languageName(language, i18n.locale)).join(', ')}</dd>
    </dl>
  )
}
