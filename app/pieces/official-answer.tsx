import { useLingui } from '@lingui/react'
import type { AnswerGiven, AnswerShown } from '#server/answers/contract.ts'
import { Badge, type Tone } from './badge.tsx'
import { Moment } from './moment.tsx'
import { UserText } from './user-text.tsx'

export const outcomeTones: Record<string, Tone> = {
  accepted: 'good',
  'accepted-in-part': 'good',
  declined: 'bad',
  studying: 'blue',
}

/** What the body was asked and what it said, the newest first: for the page of a proposal. */
export function OfficialAnswer({ answer }: { answer: AnswerShown }) {
  const { _ } = useLingui()
  const { asked, answers, body, proposal, mayAsk, mayGive } = answer
  return (
    <section aria-labelledby="official-answer" className="stack">
      <h2 id="official-answer">{_('answers.official')}</h2>
      {asked ? (
        <p>
          {_('answers.asked-of')} <bdi>{body}</bdi>
          {!asked.isSettled && (
            <>
              {' · '}
              {_('answers.by')} <Moment at={asked.dueOn} />{' '}
              {asked.daysLate > 0 && (
                <Badge tone="bad" icon="clock">
                  {_('answers.late', { days: asked.daysLate })}
                </Badge>
              )}
            </>
          )}
        </p>
      ) : (
        <p className="muted">{_('answers.not-asked')}</p>
      )}
      {answers.map((given) => (
        <GivenAnswer key={given.number} given={given} body={body} />
      ))}
      {(mayAsk || mayGive) && (
        <p className="cluster">
          {mayAsk && (
            <a className="btn btn-primary" href={`/proposals/${proposal.id}/answer-request`}>
              {_('answers.ask')}
            </a>
          )}
          {mayGive && (
            <a className="btn btn-primary" href={`/proposals/${proposal.id}/answer`}>
              {_(answers.length > 0 ? 'answers.give-another' : 'answers.give')}
            </a>
          )}
        </p>
      )}
    </section>
  )
}

function GivenAnswer({ given, body }: { given: AnswerGiven; body: string }) {
  const { _ } = useLingui()
  return (
    <article className="card">
      <p className="card-above">
        {_('answers.number', { number: given.number })} · <bdi>{body}</bdi> · <Moment at={given.givenAt} />
      </p>
      <p className="cluster">
        <Badge tone={outcomeTones[given.outcome] ?? 'quiet'}>{_(`answers.outcome.${given.outcome}`)}</Badge>
        {given.reason && <span>{_(`answers.reason.${given.reason}`)}</span>}
      </p>
      <UserText text={given.text} language={given.language} />
      {given.measure && (
        <>
          <h3 className="card-title">{_('answers.measure')}</h3>
          <UserText text={given.measure} language={given.language} />
        </>
      )}
      {given.doneBy && (
        <p>
          {_('answers.done-by')} <Moment at={given.doneBy} />
        </p>
      )}
      {given.reviewOn && (
        <p>
          {_('answers.review-on')} <Moment at={given.reviewOn} />
        </p>
      )}
    </article>
  )
}
