import { useLingui } from '@lingui/react'
import { UserText } from '#app/pieces/user-text.tsx'
import type { BriefProposal } from '#server/briefs/contract.ts'
import { WideTable } from '#app/pieces/wide-table.tsx'

/** Two tallies side by side and never added: seats decide, persons are heard. */
export function BriefBallot({ ballot }: { ballot: NonNullable<BriefProposal['ballot']> }) {
  const { _, i18n } = useLingui()
  const number = new Intl.NumberFormat(`${i18n.locale}-u-nu-latn`)
  const shown = (count: number | null | undefined) =>
    count === null || count === undefined ? _('briefs.not-shown') : number.format(count)
  const { seats, persons, minority } = ballot
  const voted = seats.for + seats.against + seats.abstain
  return (
    <>
      <WideTable>
        <table className="table">
          <caption className="small">
            {_(`briefs.outcome.${ballot.outcome}`)} {_('briefs.quorum', { quorum: ballot.quorum })}{' '}
            {_(`briefs.majority.${ballot.majority}`)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{_('briefs.tally')}</th>
              <th scope="col">{_('briefs.for')}</th>
              <th scope="col">{_('briefs.against')}</th>
              <th scope="col">{_('briefs.abstain')}</th>
              <th scope="col">{_('briefs.voted')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{_('briefs.seats')}</th>
              <td className="number">{shown(seats.for)}</td>
              <td className="number">{shown(seats.against)}</td>
              <td className="number">{shown(seats.abstain)}</td>
              <td className="number">{_('briefs.voted.of', { voted, roll: ballot.seatsOnRoll })}</td>
            </tr>
            <tr>
              <th scope="row">{_('briefs.persons')}</th>
              {persons.of.map((choice, index) => (
                <td key={choice} className="number">
                  {shown(persons.cells[index])}
                </td>
              ))}
              <td className="number">{shown(persons.total)}</td>
            </tr>
          </tbody>
        </table>
      </WideTable>
      {minority.length > 0 && (
        <div>
          <h4>{_('briefs.minority')}</h4>
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
        </div>
      )}
    </>
  )
}
