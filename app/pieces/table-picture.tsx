import { useLingui } from '@lingui/react'
import { useId } from 'react'
import { Moment } from './moment.tsx'
import { type PicturedSeat, SeatShape } from './seat-shape.tsx'
import { placesAround, plan } from './table-plan.ts'

interface TablePictureProps {
  name: string
  seats: readonly PicturedSeat[]
  /** The list of seats is the picture in words: folded under it, or open where the seats are what the page is about. */
  list?: 'folded' | 'open'
}

/** The picture of Tavolo: a governance table from above, who sits where, who speaks, which seats are free. */
export function TablePicture({ name, seats, list = 'folded' }: TablePictureProps) {
  const { _ } = useLingui()
  return (
    <figure className="table-figure">
      <div className="table-picture">
        <Drawing name={name} seats={seats} numbered />
        <div className="table-middle" aria-hidden="true">
          <bdi className="table-name">{name}</bdi>
          <span className="table-count">{_('shell.table.count', { seats: seats.length })}</span>
        </div>
      </div>
      {seats.length > 0 && (
        <>
          <figcaption>
            <Key seats={seats} />
          </figcaption>
          <details className="table-seats" open={list === 'open'}>
            <summary>{_('shell.table.seats')}</summary>
            <ol>
              {seats.map((seat) => (
                <li key={seat.id}>
                  <SeatInWords seat={seat} />
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
    </figure>
  )
}

/** The same table without numbers, key or list, for a card that leads to the whole one. */
export function SmallTablePicture({ name, seats }: Pick<TablePictureProps, 'name' | 'seats'>) {
  return (
    <div className="table-picture table-picture-small">
      <Drawing name={name} seats={seats} />
    </div>
  )
}

interface DrawingProps extends Pick<TablePictureProps, 'name' | 'seats'> {
  numbered?: boolean
}

function Drawing({ name, seats, numbered }: DrawingProps) {
  const { _ } = useLingui()
  const id = useId()
  const { places, size } = placesAround(seats.length)
  const { x, y, width, height, corner } = plan.table
  const held = seats.filter((seat) => seat.holder !== null).length
  return (
    <svg viewBox={`0 0 ${plan.width} ${plan.height}`} role="img" aria-labelledby={`${id}title ${id}words`}>
      <title id={`${id}title`}>{_('shell.table.title', { name })}</title>
      <desc id={`${id}words`}>
        {_('shell.table.count', { seats: seats.length })}, {_('shell.table.filled', { held })}
      </desc>
      <rect className="table-edge" x={x} y={y + 7} width={width} height={height} rx={corner} />
      <rect className="table-top" x={x} y={y} width={width} height={height} rx={corner} />
      {places.map((place, index) => {
        const seat = seats[index]!
        return (
          <SeatShape
            key={seat.id}
            seat={seat}
            size={size}
            number={numbered ? index + 1 : undefined}
            {...place}
          />
        )
      })}
    </svg>
  )
}

const examples = [
  { word: 'shell.seat.voting', seat: { kind: 'voting', holder: '' } },
  { word: 'shell.seat.consultative', seat: { kind: 'consultative', holder: '' } },
  { word: 'shell.seat.observer', seat: { kind: 'observer', holder: '' } },
  { word: 'shell.seat.empty', seat: { kind: 'voting', holder: null } },
  { word: 'shell.seat.ending', seat: { kind: 'voting', holder: '', endingSoon: true } },
  { word: 'shell.seat.speaking', seat: { kind: 'voting', holder: '', speaking: true } },
] as const satisfies { word: string; seat: Omit<PicturedSeat, 'id'> }[]

/** Only what this picture shows. */
function Key({ seats }: { seats: readonly PicturedSeat[] }) {
  const { _ } = useLingui()
  const shown = {
    'shell.seat.voting': seats.some((seat) => seat.holder !== null && seat.kind === 'voting'),
    'shell.seat.consultative': seats.some((seat) => seat.holder !== null && seat.kind === 'consultative'),
    'shell.seat.observer': seats.some((seat) => seat.holder !== null && seat.kind === 'observer'),
    'shell.seat.empty': seats.some((seat) => seat.holder === null),
    'shell.seat.ending': seats.some((seat) => seat.endingSoon),
    'shell.seat.speaking': seats.some((seat) => seat.speaking),
  }
  return (
    <ul className="table-key" aria-label={_('shell.table.key')}>
      {examples
        .filter(({ word }) => shown[word])
        .map(({ word, seat }) => (
          <li key={word}>
            <svg viewBox="-20 -20 50 40" aria-hidden="true" focusable="false">
              <SeatShape seat={seat} x={0} y={0} size={13} />
            </svg>
            {_(word)}
          </li>
        ))}
    </ul>
  )
}

function SeatInWords({ seat }: { seat: PicturedSeat }) {
  const { _ } = useLingui()
  const { holder, href, kind, endsOn, endingSoon, speaking } = seat
  return (
    <>
      {holder === null && <span className="muted">{_('shell.seat.empty')}</span>}
      {holder !== null &&
        (href ? (
          <a href={href}>
            <bdi>{holder}</bdi>
          </a>
        ) : (
          <bdi>{holder}</bdi>
        ))}
      <span className="seat-facts">
        {_(`shell.seat.${kind}`)}
        {endsOn && (
          <>
            {' · '}
            {_('shell.seat.until')} <Moment at={endsOn} as="short" />
          </>
        )}
        {endingSoon && <strong> · {_('shell.seat.ending')}</strong>}
        {speaking && <strong className="seat-now"> · {_('shell.seat.speaking')}</strong>}
      </span>
    </>
  )
}
