import { useLingui } from '@lingui/react'
import { Moment } from '#app/pieces/moment.tsx'
import type { BallotShown } from '#server/ballots/contract.ts'
import { abstentionIs } from '#server/ballots/words.ts'

/** The rules as they were stated before the ballot opened, and the hash that proves they have not moved. */
export function BallotRules({ ballot }: { ballot: BallotShown }) {
  const { _ } = useLingui()
  const { id, quorum, majority, opensAt, closesAt, seatsOnRoll, seatsNeeded, state } = ballot
  return (
    <section aria-labelledby="rules" className="band">
      <h2 id="rules">{_('ballots.rules')}</h2>
      <ul>
        <li>
          {_('ballots.from')} <Moment at={opensAt} as="day-time" /> {_('ballots.until')}{' '}
          <Moment at={closesAt} as="day-time" />
        </li>
        <li>{_('ballots.rule.seats-decide')}</li>
        <li>
          {_('ballots.rule.quorum', { quorum })}
          {state !== 'planned' && state !== 'cancelled' && (
            <> {_('ballots.rule.quorum.seats', { roll: seatsOnRoll, needed: seatsNeeded })}</>
          )}
        </li>
        <li>
          {_('ballots.majority')}: <strong>{_(`ballots.majority.${majority}`)}</strong>.{' '}
          {_(`ballots.majority.${majority}.text`)}
        </li>
        <li>{_(`ballots.abstention.${abstentionIs[majority]}`)}</li>
        <li>{_('ballots.rule.change')}</li>
        <li>{_('ballots.rule.alternate')}</li>
        <li>{_('ballots.rule.mandate-ends')}</li>
        <li>{_('ballots.rule.persons')}</li>
        <li>{_('ballots.rule.closed')}</li>
      </ul>
      <details>
        <summary>{_('ballots.proof')}</summary>
        <p>{_('ballots.proof.text')}</p>
        <p className="ballot-hash" dir="ltr">
          {ballot.definitionHash}
        </p>
        <p>
          <a href={`/ballots/${id}/definition`}>{_('ballots.proof.definition')}</a>
        </p>
      </details>
    </section>
  )
}
