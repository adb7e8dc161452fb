import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Said } from '#server/by-language.ts'
import type { MinutesContent } from '#server/minutes/contract.ts'
import { Moment } from '../moment.tsx'
import { UserWords } from '../user-text.tsx'

interface MinutesMeetingProps {
  content: MinutesContent
  consultation: Said
}

/** When and where it sat, who presided, whether enough seats were there, and which earlier minutes it approved. */
export function MinutesMeeting({ content, consultation }: MinutesMeetingProps) {
  const { _ } = useLingui()
  const { meeting, table, officers, quorum, approved } = content
  const named = officers.filter(({ name }) => name !== null)
  return (
    <dl className="minutes-facts">
      <Fact name={_('minutes.opened')}>
        <Moment at={meeting.openedAt} as="day-time" />
      </Fact>
      {meeting.closedAt && (
        <Fact name={_('minutes.closed')}>
          <Moment at={meeting.closedAt} as="day-time" />
        </Fact>
      )}
      {meeting.place && (
        <Fact name={_('minutes.place')}>
          <UserWords text={meeting.place} />
        </Fact>
      )}
      {table.territory && <Fact name={_('minutes.territory')}>{table.territory}</Fact>}
      <Fact name={_('minutes.consultation')}>
        <a href={`/consultations/${content.consultation.id}`}>
          <UserWords text={consultation.text} language={consultation.language} />
        </a>
      </Fact>
      {named.map(({ office, name }) => (
        <Fact key={`${office} ${name}`} name={_(`minutes.office.${office}`)}>
          <bdi>{name}</bdi>
        </Fact>
      ))}
      <Fact name={_('minutes.quorum')}>
        {_('minutes.quorum.needed', {
          percent: quorum.percent,
          needed: quorum.needed,
          voting: quorum.voting,
        })}{' '}
        {_('minutes.quorum.opening', { present: quorum.presentAtOpening })}{' '}
        {quorum.reachedAt ? (
          <>
            {_('minutes.quorum.reached')} <Moment at={quorum.reachedAt} as="time" />.
          </>
        ) : (
          _('minutes.quorum.never')
        )}
      </Fact>
      {approved.length > 0 && (
        <Fact name={_('minutes.approves')}>
          <ul>
            {approved.map(({ number, year, meetingNumber }) => (
              <li key={`${year} ${number}`}>
                {_('minutes.approves.one', { number, year: String(year), meeting: meetingNumber })}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
