import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Confirm } from '#app/pieces/confirm.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { StatementSource } from '#app/pieces/opinions/statement-source.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import type { StatementToJudge as Statement } from '#server/opinions/contract.ts'
import { statementLimits } from '#server/opinions/words.ts'

/** A statement and what a moderator may do with it. Who wrote it is not said: it is judged by its words. */
export function StatementToJudge({ statement }: { statement: Statement }) {
  const { _ } = useLingui()
  const { id, text, language, state, isMeta, isSeed, reason, survey, writtenAt } = statement
  const words = `s-${id}`
  return (
    <li className="card">
      <p id={words}>
        <UserWords text={text} language={language} />
      </p>
      <p className="cluster small muted">
        <Moment at={writtenAt} as="short" />
        {isSeed && <Badge>{_('opinions.seeded')}</Badge>}
        {isMeta && <Badge tone="blue">{_('opinions.meta')}</Badge>}
        <StatementSource source={statement} />
        {survey && <a href={`/surveys/${survey.id}`}>{_('opinions.from-survey', { title: survey.title })}</a>}
      </p>
      {reason && <UserText text={reason} />}
      <div className="cluster">
        {state !== 'approved' && (
          <form method="post" action={`/statements/${id}/approval`}>
            <SubmitButton small aria-describedby={words}>
              {_('opinions.approve')}
            </SubmitButton>
          </form>
        )}
        {state === 'approved' && (
          <form method="post" action={`/statements/${id}/mark`}>
            <input type="hidden" name="isMeta" value={isMeta ? 'no' : 'yes'} />
            <SubmitButton tone="quiet" small aria-describedby={words}>
              {_(isMeta ? 'opinions.unmark-meta' : 'opinions.mark-meta')}
            </SubmitButton>
          </form>
        )}
        {state !== 'rejected' && (
          <Confirm
            action={`/statements/${id}/rejection`}
            open={_('opinions.reject')}
            question={_('opinions.reject.question')}
            confirm={_('opinions.reject')}
          >
            <TextArea
              name="reason"
              id={`reason-${id}`}
              label={_('opinions.reason')}
              rows={2}
              minLength={3}
              maxLength={statementLimits.reason}
            />
          </Confirm>
        )}
      </div>
    </li>
  )
}
