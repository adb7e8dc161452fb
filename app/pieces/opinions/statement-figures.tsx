import { useLingui } from '@lingui/react'
import { UserWords } from '#app/pieces/user-text.tsx'
import { StatementSource } from './statement-source.tsx'
import type { Results, ShownAnswers, ShownStatement } from '#server/opinions/contract.ts'
import { saidOf } from '#server/opinions/words.ts'

interface StatementFiguresProps extends Pick<Results, 'base' | 'fewest'> {
  statement: ShownStatement
  letters: readonly string[]
}

/** A statement, how many answered it, and for each group a bar of those who agree and those who disagree. */
export function StatementFigures({ statement, letters, base, fewest }: StatementFiguresProps) {
  const { _ } = useLingui()
  const { text, language, all, groups } = statement
  return (
    <article className="card statement-figures">
      <p className="statement-words">
        <UserWords text={text} language={language} />
      </p>
      {(statement.needId ?? statement.messageId) && (
        <p className="small">
          <StatementSource source={statement} />
        </p>
      )}
      {all && <p className="small muted">{_('opinions.answered-of', { n: all.seen, of: base })}</p>}
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
                <GroupBar answers={answers} fewest={fewest} />
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

function GroupBar({ answers, fewest }: { answers: NonNullable<ShownAnswers>; fewest: number }) {
  const { _ } = useLingui()
  const { shares, most } = saidOf(answers, fewest)
  if (!shares) return <span className="small">{_(`opinions.most.${most}`)}</span>
  const { agree, disagree } = shares
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
