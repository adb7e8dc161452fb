import { useLingui } from '@lingui/react'
import type { PollShown } from '#server/polls/contract.ts'
import { familyOf } from '#server/polls/words.ts'
import { euros } from '#app/pieces/poll-count/euros.ts'
import { OptionTitle } from './option-title.tsx'

/** From what is chosen, for whoever has no paper in front of them, and where there are proposals to read before one votes. */
export function Options({ poll: { kind, options, rules, state, tier, mine } }: { poll: PollShown }) {
  const { _, i18n } = useLingui()
  const isAbout = familyOf(kind) === 'assent'
  const hasPaper = state === 'open' && tier !== 'external' && mine.length > 0
  if (options.length === 0 || (hasPaper && options.every(({ proposalId }) => !proposalId))) return null
  const money = euros(i18n.locale)
  return (
    <section aria-labelledby="options" className="band">
      <h2 id="options">{_(isAbout ? 'polls.about' : 'polls.options')}</h2>
      {rules.budget > 0 && <p>{_('polls.budget.of', { budget: money.format(rules.budget) })}</p>}
      <ul>
        {options.map((option) => (
          <li key={option.title}>
            <OptionTitle option={option} />
            {option.cost !== null && <> ({money.format(option.cost)})</>}
          </li>
        ))}
      </ul>
    </section>
  )
}
