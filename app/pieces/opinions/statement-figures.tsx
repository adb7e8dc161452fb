import { useLingui } from '@lingui/react'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { ShownAnswers, ShownStatement } from '#server/opinions/contract.ts'
import { sharesOf } from '#server/opinions/words.ts'

interface StatementFiguresProps {
  statement: ShownStatement
  letters: readonly string[]
  participants: number
}

/** A statement, how many answered it, and for each group a bar of those who agree and those who disagree. */
export function StatementFigures({ statement, letters, participants }: StatementFiguresProps) {
  const { _ } = useLingui()
  const { text, language, all, groups } = statement
  return (
    <article className="card statement-figures">
      <p className="statement-words">
        <UserWords text={text} language={language} />
      </p>
      {all && <p className="small muted">{_('opinions.answered-of', { n: all.seen, of: participants })}</p>}
      <dl className="group-bars">
        {(groups.length === 0 ? [all] : groups).map((answers, at) => (
          <div key={letters[at] ?? 'all'}>
            <dt>
              {groups.length === 0
                ? _('opinions.all')
                : _('opinions.group.short', { letter: letters[at] ?? '' })}
            </dt>
            <dd>
              {answers ? (
                <GroupBar answers={answers} />
              ) : (
                <span className="muted">{_('opinions.not-told')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function GroupBar({ answers }: { answers: NonNullable<ShownAnswers> }) {
  const { _ } = useLingui()
  const { agree, disagree } = sharesOf(answers)
  return (
    <>
      <svg className="group-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="group-bar-agree" width={agree} height="10" />
        <rect className="group-bar-disagree" x={100 - disagree} width={disagree} height="10" />
      </svg>
      <span className="small">{_('opinions.shares', { agree, disagree })}</span>
    </>
  )
}
