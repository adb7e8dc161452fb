import { useLingui } from '@lingui/react'
import { answersOf, tieRuleOf, ties, type Kind } from '#server/polls/words.ts'

/** What each choice of a paper means and how it is counted, in the words that the paper and its rules will have. */
export function Explained({ kind }: { kind: Kind }) {
  const { _ } = useLingui()
  const tie = tieRuleOf(kind)
  const isTieFixed = tie !== 'none' && !ties.some((each) => each === tie)
  return (
    <details className="mb-3">
      <summary>
        {_('polls.templates.explained')}
        <span className="visually-hidden">: {_(`polls.kind.${kind}`)}</span>
      </summary>
      {kind in answersOf ? (
        <dl>
          {answersOf[kind as keyof typeof answersOf].map((answer) => (
            <div key={answer}>
              <dt>{_(`polls.answer.${answer}`)}</dt>
              <dd>{_(`polls.answer.${answer}.text`)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{_(`polls.kind.${kind}.choice`)}</p>
      )}
      <p>
        <strong>{_('polls.templates.counted')}.</strong> {_(`polls.kind.${kind}.counted`)}
        {isTieFixed && <> {_(`polls.tie.${tie}`)}</>}
      </p>
    </details>
  )
}
