import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import type { SeatShown } from '#server/tables/contract.ts'

/** The picture in words: who sits for whom, by which act and until when. */
export function SeatList({ seats }: { seats: readonly SeatShown[] }) {
  const { _ } = useLingui()
  if (seats.length === 0) return <p className="muted">{_('tables.seats.none')}</p>
  return (
    <ol className="plain-list seat-list">
      {seats.map((seat) => (
        <li key={seat.id}>
          <h3>
            <a href={`/seats/${seat.id}`}>
              <bdi>{seat.organisation}</bdi>
            </a>
          </h3>
          <p className="cluster">
            <Badge tone="blue">{_(`shell.seat.${seat.kind}`)}</Badge>
            {seat.holder === null && !seat.endedAt && <Badge>{_('shell.seat.empty')}</Badge>}
            {seat.endedAt && (
              <Badge tone="warn">
                {_('tables.until-hour')} <Moment at={seat.endedAt} as="time" />
              </Badge>
            )}
            {seat.isEndingSoon && <Badge tone="warn">{_('shell.seat.ending')}</Badge>}
          </p>
          <p>
            {seat.holder && (
              <>
                {_('tables.holder')}: <bdi>{seat.holder.name}</bdi>
              </>
            )}
            {seat.alternate && (
              <>
                {' · '}
                {_('tables.alternate')}: <bdi>{seat.alternate.name}</bdi>
              </>
            )}
          </p>
          {seat.before.map(({ name, part, until }) => (
            <p key={`${part}${until}`}>
              {_('tables.until-hour')} <Moment at={until} as="time" /> · {_(`tables.${part}`)}:{' '}
              <bdi>{name}</bdi>
            </p>
          ))}
          <p className="small muted">
            {_('tables.act')} <bdi>{seat.actNumber}</bdi>, <Moment at={seat.actDate} as="short" />
            {seat.endsOn && !seat.endedAt && (
              <>
                {' · '}
                {_('shell.seat.until')} <Moment at={seat.endsOn} as="short" />
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}
