import { useLingui } from '@lingui/react'
import { Timeline } from '#app/pieces/timeline.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { Happening } from '#server/needs/contract.ts'
import { storySteps } from '#server/needs/words.ts'

/** The whole way of a need: what has happened with its day, then what has still to come. */
export function NeedStory({ story }: { story: Happening[] }) {
  const { _ } = useLingui()
  const reached = new Set(story.map((each) => each.step))
  const isOver = reached.has('answered')
  const last = story.length - 1
  return (
    <Timeline
      events={[
        ...story.map(({ step, at, who, proposal, outcome }, place) => ({
          title: _(`needs.story.${step}`),
          at,
          state: !isOver && place === last ? ('now' as const) : ('done' as const),
          href: proposal ? `/proposals/${proposal.id}` : undefined,
          text: (who ?? proposal ?? outcome) && (
            <>
              {outcome && (
                <p>{_(step === 'answered' ? `answers.outcome.${outcome}` : `needs.outcome.${outcome}`)}</p>
              )}
              {who && (
                <p>
                  <bdi>{who}</bdi>
                </p>
              )}
              {proposal && (
                <p>
                  {_('needs.proposal.number', { n: proposal.number })}{' '}
                  <UserWords text={proposal.title} language={proposal.language} />
                </p>
              )}
            </>
          ),
        })),
        ...storySteps
          .filter((step) => !reached.has(step))
          .map((step) => ({ title: _(`needs.story.${step}`), state: 'later' as const })),
      ]}
    />
  )
}
