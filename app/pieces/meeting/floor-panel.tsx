import { useLingui } from '@lingui/react'
import { ActForm } from '#app/live/act-form.tsx'
import { Badge } from '#app/pieces/badge.tsx'
import type { FloorShown, TurnShown } from '#server/floor/contract.ts'
import { organisationOf, type Sitting } from './sitting.ts'
import { Clock, SeatTime, TurnClock } from './turn-clock.tsx'

interface FloorProps {
  sitting: Sitting
  floor: FloorShown
}

/** Who speaks, who waits and for what, and how long each has spoken; everybody sees the same queue. */
export function FloorPanel({ sitting, floor }: FloorProps) {
  const { _ } = useLingui()
  const { queue, balanced, turn } = floor
  return (
    <>
      {turn ? <Speaking sitting={sitting} floor={floor} turn={turn} /> : <p>{_('floor.nobody')}</p>}
      <h3>{_('floor.queue', { hands: queue.length })}</h3>
      {queue.length > 0 && (
        <ol className="floor-queue">
          {queue.map(({ seatId, kind }) => (
            <li key={seatId}>
              <Waiting sitting={sitting} floor={floor} seatId={seatId}>
                {kind !== 'speak' && (
                  <Badge tone={kind === 'point-of-order' ? 'now' : 'quiet'}>{_(`floor.kind.${kind}`)}</Badge>
                )}
              </Waiting>
            </li>
          ))}
        </ol>
      )}
      {queue.length > 1 && (
        <details>
          <summary>{_('floor.balanced')}</summary>
          <p className="muted">{_('floor.balanced.hint')}</p>
          <ol className="floor-queue">
            {balanced.map(({ seatId, because }) => (
              <li key={seatId}>
                <bdi>{organisationOf(sitting, seatId)}</bdi>{' '}
                <span className="muted">{_(`floor.because.${because}`)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {sitting.my.watchesBalance && (
        <p>
          <a href={`/meetings/${sitting.meeting.id}/balance`}>{_('floor.balance')}</a>
        </p>
      )}
    </>
  )
}

function Speaking({ sitting, floor, turn }: FloorProps & { turn: TurnShown }) {
  const { _ } = useLingui()
  const meetingId = sitting.meeting.id
  const isPaused = turn.runningSince === null
  const asked = { address: { meetingId }, fields: { turnId: turn.id }, small: true, tone: 'quiet' as const }
  return (
    <div className="floor-now">
      <p>
        <strong>
          <bdi>{organisationOf(sitting, turn.seatId)}</bdi>
        </strong>{' '}
        <TurnClock turn={turn} /> {isPaused && <Badge tone="warn">{_('floor.paused')}</Badge>}
      </p>
      <p className="muted">
        <SeatTime turn={turn} floor={floor} />
      </p>
      {sitting.my.runs && (
        <div className="floor-acts">
          <ActForm
            {...asked}
            act={isPaused ? 'floor/resume-floor' : 'floor/pause-floor'}
            action={`/meetings/${meetingId}/floor/${isPaused ? 'resumption' : 'pause'}`}
            button={_(isPaused ? 'floor.resume' : 'floor.pause')}
          />
          <ActForm
            {...asked}
            act="floor/take-floor"
            action={`/meetings/${meetingId}/floor/ending`}
            button={_('floor.take')}
          />
        </div>
      )}
    </div>
  )
}

function Waiting({
  sitting,
  floor,
  seatId,
  children,
}: FloorProps & { seatId: string; children: React.ReactNode }) {
  const { _ } = useLingui()
  const organisation = organisationOf(sitting, seatId)
  const meetingId = sitting.meeting.id
  const spoken = floor.spoken[seatId]
  return (
    <>
      <bdi>{organisation}</bdi> {children}{' '}
      {spoken !== undefined && (
        <span className="muted">
          <Clock seconds={Math.floor(spoken / 1_000)} />
        </span>
      )}
      {sitting.my.runs && (
        <div className="floor-acts">
          <ActForm
            act="floor/give-floor"
            action={`/meetings/${meetingId}/floor`}
            address={{ meetingId }}
            fields={{ seatId, ...(floor.turn ? { after: floor.turn.id } : {}) }}
            small
            button={
              <>
                {_('floor.give')}
                <span className="visually-hidden"> {organisation}</span>
              </>
            }
          />
          <ActForm
            act="floor/lower-hand"
            action={`/meetings/${meetingId}/hands/withdrawal`}
            address={{ meetingId }}
            fields={{ seatId }}
            small
            tone="quiet"
            button={
              <>
                {_('floor.lower.other')}
                <span className="visually-hidden"> {organisation}</span>
              </>
            }
          />
        </div>
      )}
    </>
  )
}
