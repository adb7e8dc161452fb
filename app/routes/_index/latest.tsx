import { useLingui } from '@lingui/react'
import { Badge, type Tone } from '#app/pieces/badge.tsx'
import { Card } from '#app/pieces/card.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { LatestAnswer, LatestBrief } from '#server/home/contract.ts'

const tones: Record<string, Tone> = {
  accepted: 'good',
  'accepted-in-part': 'good',
  declined: 'bad',
  studying: 'blue',
}

/** What came of it: the newest briefs, and the newest answers of the bodies. */
export function Latest({
  briefs,
  answers,
}: {
  briefs: readonly LatestBrief[]
  answers: readonly LatestAnswer[]
}) {
  const { _ } = useLingui()
  return (
    <div className="home-latest band">
      <section aria-labelledby="briefs">
        <h2 id="briefs">{_('home.briefs')}</h2>
        {briefs.length === 0 && <EmptyState title={_('home.briefs.none')} />}
        <ul className="plain-list stack">
          {briefs.map((brief) => (
            <li key={brief.id}>
              <Card
                title={<UserWords text={brief.title.text} language={brief.title.language} />}
                href={`/briefs/${brief.id}`}
                above={_('home.brief', { number: brief.number })}
                foot={<Moment at={brief.publishedAt} />}
              />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="answers">
        <h2 id="answers">{_('home.answers')}</h2>
        {answers.length === 0 && <EmptyState title={_('home.answers.none')} />}
        <ul className="plain-list stack">
          {answers.map((answer) => (
            <li key={`${answer.proposalId} ${String(answer.givenAt)}`}>
              <Card
                title={<UserWords text={answer.title} language={answer.language} />}
                href={`/proposals/${answer.proposalId}`}
                badges={
                  <Badge tone={tones[answer.outcome] ?? 'quiet'}>
                    {_(`answers.outcome.${answer.outcome}`)}
                  </Badge>
                }
                foot={
                  <>
                    <bdi>{answer.body}</bdi> · <Moment at={answer.givenAt} />
                  </>
                }
              />
            </li>
          ))}
        </ul>
        <p className="mt-4">
          <a href="/answers">{_('home.answers.all')}</a>
        </p>
      </section>
    </div>
  )
}
