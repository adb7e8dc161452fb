import { useLingui } from '@lingui/react'
import { Bars } from '#app/pieces/bars.tsx'
import { FigureTable } from '#app/pieces/figure-table.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { VotesTable } from '#app/pieces/votes-table.tsx'
import type { BallotResult as Result, BallotShown } from '#server/ballots/contract.ts'
import { choices, type Tally } from '#server/ballots/words.ts'
import { BallotFiles } from './ballot-files.tsx'

/** What the seats decided, and beside it, never added to it, what the persons said. */
export function BallotResult({ ballot, result }: { ballot: BallotShown; result: Result }) {
  const { _ } = useLingui()
  const { turnout, seatsOnRoll, seatsNeeded, peopleOnRoll, id } = ballot
  // Who lost is heard: where it passed, those against; where it did not, those in favour; without a quorum nobody lost.
  const lost = { approved: 'against', 'not-approved': 'for', 'no-quorum': null }[result.outcome]
  const minority = result.seatVotes.filter(({ choice, reason }) => reason && choice === lost)
  return (
    <section aria-labelledby="result" className="stack band">
      <h2 id="result">{_('ballots.result')}</h2>
      <p className="lead">{_(`ballots.outcome.${result.outcome}.text`)}</p>
      <h3>{_('ballots.result.seats')}</h3>
      <p>{_('ballots.turnout.seats', { n: turnout.seat, roll: seatsOnRoll, needed: seatsNeeded })}</p>
      <TallyFigure tally={result.seats} caption={_('ballots.result.seats.caption')} />
      <VotesTable
        caption={_('ballots.seat-votes')}
        elector={_('ballots.organisation')}
        votes={result.seatVotes.map(({ seatId, organisation, choice, reason, receipt }) => ({
          id: seatId,
          name: organisation,
          vote: _(choice ? `ballots.choice.${choice}` : 'ballots.did-not-vote'),
          reason,
          receipt,
        }))}
      />
      <BallotFiles ballot={ballot} unit="seat" />
      {minority.length > 0 && (
        <>
          <h3>{_('ballots.minority')}</h3>
          {minority.map(({ seatId, organisation, reason }) => (
            <blockquote key={seatId}>
              <UserText text={reason} />
              <footer>
                <bdi>{organisation}</bdi>
              </footer>
            </blockquote>
          ))}
        </>
      )}
      <h3>{_('ballots.result.persons')}</h3>
      <p>
        {_('ballots.turnout.persons', { n: turnout.person, roll: peopleOnRoll ?? 0 })}{' '}
        {_('ballots.result.persons.text')}
      </p>
      <TallyFigure tally={result.persons} caption={_('ballots.result.persons.caption')} />
      <BallotFiles ballot={ballot} unit="person" />
      {turnout.person > 0 && (
        <p>
          <a href={`/ballots/${id}/votes`}>{_('ballots.who-voted')}</a>
        </p>
      )}
    </section>
  )
}

function TallyFigure({ tally, caption }: { tally: Tally; caption: string }) {
  const { _ } = useLingui()
  const bars = choices.map((choice) => ({ label: _(`ballots.choice.${choice}`), value: tally[choice] }))
  return (
    <FigureTable
      caption={caption}
      columns={[_('ballots.vote'), _('ballots.votes')]}
      rows={bars.map(({ label, value }) => [label, value])}
    >
      <Bars bars={bars} />
    </FigureTable>
  )
}
