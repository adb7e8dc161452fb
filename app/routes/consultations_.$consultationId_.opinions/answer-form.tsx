import { useLingui } from '@lingui/react'
import { UserWords } from '#app/pieces/user-text.tsx'
import { StatementSource } from '#app/pieces/opinions/statement-source.tsx'
import type { StatementAsked, StatementSource as Source } from '#server/opinions/contract.ts'
import { type Vote, votes } from '#server/opinions/words.ts'

// Whole words, because what no source names is cut from the style sheet.
const looks = {
  agree: 'answer answer-agree',
  disagree: 'answer answer-disagree',
  pass: 'answer answer-pass',
} satisfies Record<Vote, string>

/** One statement and three large answers; where scripts run the keys 1, 2 and 3 press them while one is here. */
export function AnswerForm({ statement }: { statement: StatementAsked & Source }) {
  const { _ } = useLingui()
  return (
    <form method="post">
      <h2 id="statement" tabIndex={-1} className="asking-statement">
        <UserWords text={statement.text} language={statement.language} />
      </h2>
      {(statement.needId ?? statement.messageId) && (
        <p className="small">
          <StatementSource source={statement} />
        </p>
      )}
      <input type="hidden" name="statementId" value={statement.id} />
      <div className="asking-answers">
        {votes.map((vote, at) => (
          <button
            key={vote}
            type="submit"
            name="vote"
            value={vote}
            className={looks[vote]}
            aria-keyshortcuts={String(at + 1)}
          >
            {_(`opinions.vote.${vote}`)} <kbd aria-hidden="true">{at + 1}</kbd>
          </button>
        ))}
      </div>
      <p className="asking-keys small muted" hidden>
        {_('opinions.keys')}
      </p>
    </form>
  )
}
