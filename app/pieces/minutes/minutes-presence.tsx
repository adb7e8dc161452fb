import { useLingui } from '@lingui/react'
import type { SeatPresence } from '#server/minutes/contract.ts'
import { Moment } from '../moment.tsx'
import { WideTable } from '../wide-table.tsx'

/** Seat by seat: who came for it, from when to when, or that it had sent its apologies. */
export function MinutesPresence({ presence }: { presence: SeatPresence[] }) {
  const { _ } = useLingui()
  return (
    <WideTable>
      <table className="table">
        <caption className="visually-hidden">{_('minutes.presence')}</caption>
        <thead>
          <tr>
            <th scope="col">{_('minutes.seat')}</th>
            <th scope="col">{_('minutes.seat.kind')}</th>
            <th scope="col">{_('minutes.there')}</th>
          </tr>
        </thead>
        <tbody>
          {presence.map(({ seatId, organisation, kind, hasApologised, stays }) => (
            <tr key={seatId}>
              <th scope="row">
                <bdi>{organisation}</bdi>
              </th>
              <td>{_(`shell.seat.${kind}`)}</td>
              <td>
                {stays.length === 0 && _(hasApologised ? 'minutes.apologies' : 'minutes.absent')}
                {stays.map((stay) => (
                  <Stay key={stay.cameAt} stay={stay} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function Stay({ stay: { by, name, cameAt, leftAt } }: { stay: SeatPresence['stays'][number] }) {
  const { _ } = useLingui()
  return (
    <p>
      {_(`minutes.by.${by}`)}
      {name && (
        <>
          {' '}
          (<bdi>{name}</bdi>)
        </>
      )}
      {' · '}
      {_('minutes.from')} <Moment at={cameAt} as="time" />
      {leftAt && (
        <>
          {' '}
          {_('minutes.to')} <Moment at={leftAt} as="time" />
        </>
      )}
    </p>
  )
}
