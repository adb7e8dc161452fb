import { useLingui } from '@lingui/react'
import { ItemClock } from './item-clock.tsx'
import { organisationOf, type Sitting } from './sitting.ts'
import { TurnClock } from './turn-clock.tsx'

/** Where the meeting stands, in one line: the item and its clock, the quorum, who speaks. */
export function StatusLine({ sitting }: { sitting: Sitting }) {
  const { _ } = useLingui()
  const { agenda, presence, floor } = sitting.parts
  const item = agenda?.find(({ state }) => state === 'running')
  const quorum = presence?.quorum
  const turn = floor?.turn
  return (
    <p className="meeting-status">
      {item && (
        <span>
          {item.position}. <bdi lang={item.language}>{item.title}</bdi> <ItemClock item={item} />
        </span>
      )}
      {quorum && (
        <span className={quorum.present >= quorum.needed ? 'quorum-reached' : 'quorum-missing'}>
          {_(quorum.present >= quorum.needed ? 'floor.quorum.reached' : 'floor.quorum.missing', {
            present: quorum.present,
            needed: quorum.needed,
            voting: quorum.voting,
          })}
        </span>
      )}
      {turn && (
        <span className="meeting-speaker">
          {_(turn.runningSince === null ? 'floor.paused' : 'floor.speaks')}{' '}
          <bdi>{organisationOf(sitting, turn.seatId)}</bdi> <TurnClock turn={turn} />
        </span>
      )}
    </p>
  )
}
