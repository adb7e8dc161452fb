import { useLingui } from '@lingui/react'
import { Moment } from '#app/pieces/moment.tsx'
import { BriefCount } from './brief-count.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { WideTable } from '#app/pieces/wide-table.tsx'
import type { BriefContent } from '#server/briefs/contract.ts'

type Poll = NonNullable<BriefContent['polls']>[number]
type Unit = Poll['units'][number]

/** What each poll decided, in words first; figures only where they tell nothing of single voters. */
export function BriefPolls({ polls, origin }: { polls: readonly Poll[]; origin: string }) {
  const { _ } = useLingui()
  return (
    <section className="band" aria-labelledby="polls">
      <h2 id="polls">{_('briefs.polls')}</h2>
      {polls.map(({ id, title, language, kind, tier, closedOn, units, external }) => (
        <article key={id} className="brief-proposal stack">
          <h3>
            <a href={`${origin}/polls/${id}`}>
              <UserWords text={title} language={language} />
            </a>
          </h3>
          <p className="small">
            {_(`polls.kind.${kind}`)} · {_(`briefs.poll.tier.${tier}`)} {_('briefs.poll.closed')}{' '}
            <Moment at={closedOn} />
          </p>
          {external && (
            <>
              <UserText text={external.outcome} language={language} />
              <p>
                <a href={external.proofAddress} rel="noreferrer">
                  {_('briefs.poll.proof')}
                </a>
              </p>
            </>
          )}
          {units.map((unit) => (
            <UnitDecided key={unit.unit} unit={unit} language={language} />
          ))}
        </article>
      ))}
    </section>
  )
}

function UnitDecided({ unit: given, language }: { unit: Unit; language: string }) {
  const { _ } = useLingui()
  const { unit, outcome, winners, shown, turnout, figures, counted } = given
  return (
    <div>
      <p>
        <strong>{_(`briefs.poll.${unit}`)}.</strong>{' '}
        {outcome === 'counted' && winners.length > 0 ? (
          <>
            {_('briefs.poll.chosen')}{' '}
            {winners.map((winner, n) => (
              <span key={winner}>
                {n > 0 && ' · '}
                <strong>
                  <UserWords text={winner} language={language} />
                </strong>
              </span>
            ))}
            .
          </>
        ) : (
          _(`briefs.poll.${outcome}`)
        )}{' '}
        {turnout ? _('briefs.poll.voted', turnout) : outcome !== 'not-told' && _(`polls.shown.${shown}`)}
      </p>
      {counted && <BriefCount counted={counted} language={language} />}
      {!counted && figures.length > 0 && (
        <WideTable>
          <table className="table">
            <caption className="small">{_('briefs.poll.figures')}</caption>
            <thead>
              <tr>
                <th scope="col">{_('briefs.poll.choice')}</th>
                <th scope="col">{_('briefs.poll.votes')}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map(({ name, isAnswer, votes }) => (
                <tr key={name}>
                  <th scope="row">
                    {isAnswer ? _(`polls.answer.${name}`) : <UserWords text={name} language={language} />}
                  </th>
                  <td className="number">{votes}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </div>
  )
}
