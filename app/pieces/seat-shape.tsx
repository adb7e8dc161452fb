export interface PicturedSeat {
  id: string
  kind: 'voting' | 'consultative' | 'observer'
  /** The organisation that holds it, or nobody. */
  holder: string | null
  href?: string | undefined
  endsOn?: Date | string | null | undefined
  endingSoon?: boolean | undefined
  speaking?: boolean | undefined
}

interface SeatShapeProps {
  seat: Pick<PicturedSeat, 'kind' | 'holder' | 'endingSoon' | 'speaking'>
  x: number
  y: number
  size: number
  facing?: number
  number?: number | undefined
}

const classNames = {
  voting: 'seat seat-voting',
  consultative: 'seat seat-consultative',
  observer: 'seat seat-observer',
}

/** A seat from above. Its shape says the mandate, its outline whether it is held: colour only repeats it. */
export function SeatShape({ seat, x, y, size, facing = 0, number }: SeatShapeProps) {
  const held = seat.holder !== null
  const speaking = held && seat.speaking
  const className = held ? classNames[seat.kind] : 'seat seat-empty'
  return (
    <g className={speaking ? `${className} seat-speaking` : className} transform={`translate(${x} ${y})`}>
      {speaking && <Voice size={size} facing={facing} />}
      <Outline kind={seat.kind} size={size} />
      {number !== undefined && size > 13 && (
        <text fontSize={Math.round(size * 0.92)} dy="0.35em">
          {number}
        </text>
      )}
      {seat.endingSoon && <Clock size={size} />}
    </g>
  )
}

function Outline({ kind, size }: { kind: PicturedSeat['kind']; size: number }) {
  if (kind === 'voting') return <circle className="seat-body" r={size} />
  const half = size * 0.9
  const square = { x: -half, y: -half, width: half * 2, height: half * 2, rx: size * 0.22 }
  if (kind === 'consultative') return <rect className="seat-body" {...square} />
  return <rect className="seat-body" {...square} transform="rotate(45) scale(0.86)" />
}

function Voice({ size, facing }: { size: number; facing: number }) {
  const [near, far] = [size * 1.35, size * 1.75]
  return (
    <g className="seat-voice" transform={`rotate(${facing})`}>
      <circle r={size * 1.3} />
      {[near + 6, far + 6].map((radius) => {
        const [x, y] = [radius * Math.cos(0.5), radius * Math.sin(0.5)]
        return <path key={radius} d={`M${x} ${-y}A${radius} ${radius} 0 0 1 ${x} ${y}`} />
      })}
    </g>
  )
}

function Clock({ size }: { size: number }) {
  const radius = Math.max(size * 0.46, 8)
  return (
    <g className="seat-clock" transform={`translate(${size * 0.8} ${-size * 0.8})`}>
      <circle r={radius} />
      <path d={`M0 ${-radius * 0.55}V0H${radius * 0.45}`} />
    </g>
  )
}
