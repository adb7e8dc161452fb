import { useLingui } from '@lingui/react'
import { Moment } from '#app/pieces/moment.tsx'
import type { PollShown } from '#server/polls/contract.ts'
import { severalSeats, tieRuleOf } from '#server/polls/words.ts'

/** The rules as they were stated before anybody voted, and the hashes that prove they and the result have not moved. */
export function PollRules({ poll }: { poll: PollShown }) {
  const { _ } = useLingui()
  const { id, kind, tier, rules, electors, opensAt, closesAt, seal, trail } = poll
  const tie = tieRuleOf(kind, rules.tie)
  return (
    <section aria-labelledby="rules" className="band">
      <h2 id="rules">{_('ballots.rules')}</h2>
      <ul>
        <li>
          {_('ballots.from')} <Moment at={opensAt} as="day-time" /> {_('ballots.until')}{' '}
          <Moment at={closesAt} as="day-time" />
        </li>
        <li>{_(`polls.electors.${electors}`)}</li>
        <li>
          {_(`polls.tier.${tier}.promise`)}{' '}
          {poll.tierConfirmedBy
            ? _('polls.tier.by-two', { one: poll.tierProposedBy, other: poll.tierConfirmedBy })
            : _('polls.tier.waits', { one: poll.tierProposedBy })}
        </li>
        {tier === 'open' && electors !== 'seats' && <li>{_('polls.rule.person-names')}</li>}
        <li>{_(`polls.kind.${kind}.counted`)}</li>
        {severalSeats.includes(kind) && <li>{_('polls.rule.seats', { seats: rules.seats })}</li>}
        {rules.quorum > 0 && <li>{_('polls.rule.quorum', { quorum: rules.quorum })}</li>}
        {kind === 'favour' && (
          <li>
            {_('ballots.majority')}: {_(`ballots.majority.${rules.majority}`)}
          </li>
        )}
        {tie !== 'none' && <li>{_(`polls.tie.${tie}`)}</li>}
        {rules.reasonRequired && <li>{_('polls.rule.reason')}</li>}
        <li>{_('polls.rule.results')}</li>
        {electors !== 'persons' && tier !== 'external' && <li>{_(`polls.rule.alternate.${tier}`)}</li>}
        <li>{_('polls.rule.seat-ends')}</li>
        <li>{_('polls.rule.closed')}</li>
      </ul>
      <details>
        <summary>{_('ballots.proof')}</summary>
        <p>{_('ballots.proof.text')}</p>
        <p className="ballot-hash" dir="ltr">
          {poll.definitionHash}
        </p>
        <p>
          <a href={`/polls/${id}/definition`}>{_('ballots.proof.definition')}</a>
        </p>
        {rules.lot && <p>{_('polls.lot.committed')}</p>}
        {Object.entries(rules.lot ?? {}).map(([unit, commitment]) => (
          <p key={unit} className="ballot-hash" dir="ltr">
            {commitment}
          </p>
        ))}
        {seal && (
          <>
            <p>{_('polls.seal')}</p>
            <p className="ballot-hash" dir="ltr">
              {seal}
            </p>
            <p>
              <a href={`/polls/${id}/sealed`}>{_('polls.seal.text')}</a>
            </p>
          </>
        )}
        <p>
          <a href="/audit">{_('polls.trail')}</a>
        </p>
        <ul>
          {trail.map(({ seq, act, at }) => (
            <li key={seq}>
              {_('audit.number', { seq })}: {_(`audit.act.${act}`)}, <Moment at={at} as="day-time" />
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
