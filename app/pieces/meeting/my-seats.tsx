import { useLingui } from '@lingui/react'
import { ActForm } from '#app/live/act-form.tsx'
import { handKinds } from '#server/floor/words.ts'
import { seatsTaken, type Sitting } from './sitting.ts'

type Mine = Sitting['my']['seats'][number]

/** What the reader does here for a seat: come, ask for the floor, finish, leave. */
export function MySeats({ sitting }: { sitting: Sitting }) {
  const taken = seatsTaken(sitting)
  const isOne = sitting.my.seats.length === 1
  return (
    <>
      {sitting.my.seats.map((mine) => (
        <div key={mine.seatId} className="my-seat">
          {!isOne && (
            <p className="my-seat-name">
              <bdi>{mine.organisation}</bdi>
            </p>
          )}
          {taken.includes(mine) ? (
            <Present sitting={sitting} mine={mine} />
          ) : (
            <Absent sitting={sitting} mine={mine} />
          )}
        </div>
      ))}
    </>
  )
}

interface MineProps {
  sitting: Sitting
  mine: Mine
}

function Absent({ sitting, mine: { seatId, part, organisation } }: MineProps) {
  const { _ } = useLingui()
  const { id: meetingId } = sitting.meeting
  const { holders = [], apologies = [] } = sitting.parts.presence ?? {}
  if (part === 'alternate' && holders.includes(seatId)) return <p>{_('floor.holder-here')}</p>
  return (
    <>
      <ActForm
        act="floor/take-place"
        action={`/meetings/${meetingId}/places`}
        address={{ meetingId }}
        fields={{ seatId, part }}
        button={_(`floor.come.${part}`, { organisation })}
      />
      {apologies.includes(seatId) ? (
        <ActForm
          act="floor/withdraw-apologies"
          action={`/meetings/${meetingId}/apologies/withdrawal`}
          address={{ meetingId }}
          fields={{ seatId }}
          tone="quiet"
          small
          button={_('floor.apologies.withdraw')}
        />
      ) : (
        <a href={`/meetings/${meetingId}/apologies?seatId=${seatId}`}>{_('floor.apologies.send')}</a>
      )}
    </>
  )
}

function Present({ sitting, mine: { seatId } }: MineProps) {
  const { _ } = useLingui()
  const { id: meetingId } = sitting.meeting
  const { turn = null, queue = [] } = sitting.parts.floor ?? {}
  const place = queue.findIndex((hand) => hand.seatId === seatId) + 1
  const hand = queue[place - 1]
  const address = { meetingId }
  // One form that changes, not several that come and go: whoever uses the keyboard stays on it.
  const way =
    turn?.seatId === seatId
      ? {
          act: 'floor/take-floor',
          action: `/meetings/${meetingId}/floor/ending`,
          fields: { turnId: turn.id },
          button: _('floor.finish'),
        }
      : hand
        ? {
            act: 'floor/lower-hand',
            action: `/meetings/${meetingId}/hands/withdrawal`,
            fields: { seatId },
            button: _('floor.lower'),
            tone: 'quiet' as const,
          }
        : {
            act: 'floor/raise-hand',
            action: `/meetings/${meetingId}/hands`,
            fields: { seatId, kind: 'speak' },
            once: true,
            button: _('floor.raise'),
          }
  return (
    <>
      <p className="my-place">
        {turn?.seatId === seatId && <strong>{_('floor.yours')}</strong>}
        {hand && turn?.seatId !== seatId && _('floor.place', { place, of: queue.length })}
      </p>
      <ActForm {...way} address={address} />
      <details className="my-more">
        <summary>{_('floor.more')}</summary>
        {handKinds
          .filter((kind) => kind !== 'speak')
          .map((kind) => (
            <ActForm
              key={kind}
              act="floor/raise-hand"
              action={`/meetings/${meetingId}/hands`}
              address={address}
              fields={{ seatId, kind }}
              once
              tone="quiet"
              small
              button={_(`floor.raise.${kind}`)}
            />
          ))}
        <ActForm
          act="floor/leave-place"
          action={`/meetings/${meetingId}/departure`}
          address={address}
          fields={{ seatId }}
          tone="quiet"
          small
          button={_('floor.leave')}
        />
        <noscript>
          <p>{_('floor.keep')}</p>
        </noscript>
      </details>
    </>
  )
}
