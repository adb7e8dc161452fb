import { useLingui } from '@lingui/react'
import type { PollShown } from '#server/polls/contract.ts'
import { euros } from './euros.ts'

/** From what is chosen, for whoever has no paper in front of them: before it opens, after it closed, and guests. */
export function Options({ poll: { options, rules, state, tier, mine } }: { poll: PollShown }) {
  const { _, i18n } = useLingui()
  const hasPaper = state === 'open' && tier !== 'external' && mine.length > 0
  if (options.length === 0 || hasPaper) return null
  const money = euros(i18n.locale)
  return (
    <section aria-labelledby="options" className="band">
      <h2 id="options">{_('polls.options')}</h2>
      {rules.budget > 0 && <p>{_('polls.budget.of', { budget: money.format(rules.budget) })}</p>}
      <ul>
        {options.map(({ title, cost }) => (
          <li key={title}>
            <bdi>{title}</bdi>
            {cost !== null && <> ({money.format(cost)})</>}
          </li>
        ))}
      </ul>
    </section>
  )
}
