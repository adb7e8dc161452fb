import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { choices } from '#server/ballots/words.ts'
import type { VoteTaken as Vote } from '#server/minutes/contract.ts'
import { Moment } from '../moment.tsx'
import { UserText } from '../user-text.tsx'
import { WideTable } from '../wide-table.tsx'

/** A vote as it was stated, held and counted: seats decide, persons stand beside, and who lost is heard. */
export function VoteTaken({ vote }: { vote: Vote }) {
  const { _ } = useLingui()
  const { ballotId, openedAt, closedAt, present, quorum, majority, outcome, minority } = vote
  return (
    <div className="minutes-vote">
      <p>
        {_('minutes.vote.put')} <Moment at={openedAt} as="time" />
        {closedAt && (
          <>
            {' · '}
            {_('minutes.vote.closed')} <Moment at={closedAt} as="time" />
          </>
        )}
        {'. '}
        {_('minutes.present', present)}
      </p>
      <p>
        {_('minutes.vote.rules', { quorum })} {_(`decisions.majority.${majority}`)}.
      </p>
      <p>
        <strong>{_(outcome ? `minutes.outcome.${outcome}` : 'minutes.vote.open')}</strong>{' '}
        <a className="no-print" href={`/ballots/${ballotId}`}>
          {_('decisions.vote.page')}
        </a>
      </p>
      {vote.seats && <Tallies vote={vote} seats={vote.seats} />}
      {vote.seatVotes.length > 0 && <SeatVotes seatVotes={vote.seatVotes} />}
      {minority.length > 0 && (
        <>
          <p>{_('minutes.minority')}</p>
          {minority.map(({ organisation, reason }) => (
            <figure key={organisation} className="brief-quotation">
              <blockquote>
                <UserText text={reason} />
              </blockquote>
              <figcaption className="small">
                <bdi>{organisation}</bdi>
              </figcaption>
            </figure>
          ))}
        </>
      )}
    </div>
  )
}

function Tallies({ vote, seats }: { vote: Vote; seats: NonNullable<Vote['seats']> }) {
  const { _, i18n } = useLingui()
  const number = new Intl.NumberFormat(`${i18n.locale}-u-nu-latn`)
  const { persons, seatsOnRoll } = vote
  return (
    <WideTable>
      <table className="table">
        <caption className="visually-hidden">{_('minutes.vote.tally')}</caption>
        <thead>
          <tr>
            <th scope="col">{_('minutes.vote.tally')}</th>
            {choices.map((choice) => (
              <th key={choice} scope="col">
                {_(`decisions.choice.${choice}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{_('minutes.vote.seats', { roll: seatsOnRoll })}</th>
            {choices.map((choice) => (
              <td key={choice} className="number">
                {number.format(seats[choice])}
              </td>
            ))}
          </tr>
          {persons && (
            <tr>
              <th scope="row">{_('minutes.vote.persons')}</th>
              {persons.of.map((choice, index) => {
                const count = persons.cells[index] ?? null
                return (
                  <td key={choice} className="number">
                    {count === null ? _('minutes.not-shown') : number.format(count)}
                  </td>
                )
              })}
            </tr>
          )}
        </tbody>
      </table>
    </WideTable>
  )
}

function SeatVotes({ seatVotes }: { seatVotes: Vote['seatVotes'] }) {
  const { _ } = useLingui()
  return (
    <dl className="minutes-facts">
      {[...choices, null].map((wanted) => {
        const seats = seatVotes.filter(({ choice }) => choice === wanted)
        return seats.length === 0 ? null : (
          <div key={wanted ?? 'none'}>
            <dt>{_(wanted ? `decisions.choice.${wanted}` : 'minutes.vote.none')}</dt>
            <dd>{between(seats.map(({ organisation }) => <bdi key={organisation}>{organisation}</bdi>))}</dd>
          </div>
        )
      })}
    </dl>
  )
}

function between(names: ReactNode[]): ReactNode[] {
  return names.flatMap((name, index) => (index > 0 ? [' · ', name] : [name]))
}
