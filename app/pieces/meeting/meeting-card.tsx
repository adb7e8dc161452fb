import { useLingui } from '@lingui/react'
import { Card } from '#app/pieces/card.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { MeetingListed } from '#server/meetings/contract.ts'
import { MeetingState } from './meeting-state.tsx'
import { MeetingWhen } from './meeting-when.tsx'

interface MeetingCardProps {
  meeting: MeetingListed
  /** Left out on the table's own page. */
  namesTable?: boolean
  level?: 2 | 3
}

export function MeetingCard({ meeting, namesTable, level = 3 }: MeetingCardProps) {
  const { _ } = useLingui()
  const { id, number, title, state, table, place, items } = meeting
  return (
    <Card
      level={level}
      above={
        <>
          {_('meetings.number', { number })}
          {namesTable && (
            <>
              {' · '}
              <UserWords text={table.name.text} language={table.name.language} />
            </>
          )}
        </>
      }
      title={<UserWords text={title.text} language={title.language} />}
      href={`/meetings/${id}`}
      badges={<MeetingState state={state} />}
      foot={_('meetings.items', { items })}
    >
      <p>
        <MeetingWhen startsAt={meeting.startsAt} endsAt={meeting.endsAt} />
      </p>
      {place && (
        <p>
          <UserWords text={place} />
        </p>
      )}
    </Card>
  )
}
