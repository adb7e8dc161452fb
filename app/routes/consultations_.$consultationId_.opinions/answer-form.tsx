import { useLingui } from '@lingui/react'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { StatementAsked } from '#server/opinions/contract.ts'
import { votes } from '#server/opinions/words.ts'

/** One statement and three large answers; where scripts run the keys 1, 2 and 3 press them. */
export function AnswerForm({ statement }: { statement: StatementAsked }) {
  const { _ } = useLingui()
  return (
    <form method="post">
      <h2 id="statement" tabIndex={-1} className="asking-statement">
        <UserWords text={statement.text} language={statement.language} />
      </h2>
      <input type="hidden" name="statementId" value={statement.id} />
      <div className="asking-answers">
        {votes.map((vote, at) => (
          <button
            key={vote}
            type="submit"
            name="vote"
            value={vote}
            className={`answer answer-${vote}`}
            data-key={at + 1}
            aria-keyshortcuts={String(at + 1)}
          >
            {_(`opinions.vote.${vote}`)} <kbd aria-hidden="true">{at + 1}</kbd>
          </button>
        ))}
      </div>
    </form>
  )
}
