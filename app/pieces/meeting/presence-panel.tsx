import { useLingui } from '@lingui/react'
import { SmallTablePicture } from '#app/pieces/table-picture.tsx'
import type { PresenceShown, SeatOnSheet } from '#server/floor/contract.ts'
import type { Sitting } from './sitting.ts'

interface PresenceProps {
  sitting: Sitting
  presence: PresenceShown
  seats: SeatOnSheet[]
}

/** The table as it sits now: which seats are here and through whom, by organisation and never by name. */
export function PresencePanel({ sitting, presence, seats }: PresenceProps) {
  const { _ } = useLingui()
  const speaking = sitting.parts.floor?.turn?.seatId
  const stateOf = (seatId: string) => {
    if (presence.holders.includes(seatId)) return 'holder'
    if (presence.alternates.includes(seatId)) return 'alternate'
    return presence.apologies.includes(seatId) ? 'apologies' : 'absent'
  }
  const { present, needed, voting } = presence.quorum
  return (
    <>
      <SmallTablePicture
        name={_('floor.table')}
        seats={seats.map(({ id, kind, organisation }) => ({
          id,
          kind,
          holder: ['holder', 'alternate'].includes(stateOf(id)) ? organisation : null,
          speaking: id === speaking,
        }))}
      />
      <p>{_('floor.quorum.of', { present, needed, voting })}</p>
      <ul className="presence-list">
        {seats.map(({ id, kind, organisation }) => (
          <li key={id} className={`presence-${stateOf(id)}`}>
            <bdi>{organisation}</bdi>{' '}
            <span className="muted">
              {_(`floor.seat.${kind}`)} · {_(`floor.here.${stateOf(id)}`)}
            </span>
            {id === speaking && <strong> · {_('floor.speaks.now')}</strong>}
          </li>
        ))}
      </ul>
      {sitting.my.runs && presence.apologies.length > 0 && (
        <p>
          <a href={`/meetings/${sitting.meeting.id}/apologies`}>{_('floor.apologies.read')}</a>
        </p>
      )}
    </>
  )
}
