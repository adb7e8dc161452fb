import { useLingui } from '@lingui/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { useRefused } from '#app/use-refused.ts'
import { reportReasons } from '#server/moderation/words.ts'
import type { loadCase } from './case.ts'

export type Decision = 'hiding' | 'dismissal' | 'restoration'

/** What was said, what was reported of it, and the decisions that are possible now. `tried` is the one just refused. */
export function CasePage({ tried }: { tried?: Decision }) {
  const { _ } = useLingui()
  const { found } = useLoaderData<typeof loadCase>()
  const { errors, message } = useRefused(useActionData())
  const { kind, consultation, roomId } = found
  const isOpen = found.reporters > 0
  const isGone = found.isHidden || found.isWithdrawn || found.isWaiting || found.isParked
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: '/moderation', label: _('moderation.title') }]} />
      <PageHeading
        above={<UserWords text={consultation.title.text} language={consultation.title.language} />}
        title={_(kind === 'message' ? 'moderation.message' : 'moderation.need')}
        badges={
          <>
            {found.isHidden && <Badge tone="bad">{_('moderation.is-hidden')}</Badge>}
            {found.isWithdrawn && <Badge>{_('moderation.is-withdrawn')}</Badge>}
            {found.isWaiting && <Badge>{_('moderation.is-waiting')}</Badge>}
            {found.isParked && <Badge>{_('moderation.is-parked')}</Badge>}
            {found.reasons.map((reason) => (
              <Badge key={reason} tone="warn">
                {_(`moderation.reason.${reason}`)}
              </Badge>
            ))}
          </>
        }
      />
      <ErrorSummary errors={fieldsOf(tried, errors)} message={message} />
      <blockquote>
        <p className="muted small">
          <UserWords text={found.name} />
        </p>
        {found.title && <UserText text={found.title} language={found.language} />}
        <UserText text={found.text} language={found.language} />
      </blockquote>
      {found.earlier.length > 0 && (
        <details>
          <summary>{_('moderation.earlier')}</summary>
          {found.earlier.map((text, index) => (
            <blockquote key={index}>
              <UserText text={text} language={found.language} />
            </blockquote>
          ))}
        </details>
      )}
      {isOpen && (
        <>
          <h2>{_('moderation.reports')}</h2>
          <p>{_('moderation.reporters', { reporters: found.reporters })}</p>
          {found.notes.length > 0 && (
            <ul>
              {found.notes.map((note, index) => (
                <li key={index}>
                  <UserWords text={note} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {found.isOwn ? (
        <Notice>{_('moderation.own')}</Notice>
      ) : (
        <>
          {found.isHidden ? (
            <DecisionForm decision="restoration" tried={tried} />
          ) : (
            !found.isWaiting && <DecisionForm decision="hiding" tried={tried} withReason />
          )}
          {isOpen && <DecisionForm decision="dismissal" tried={tried} />}
        </>
      )}
      {roomId !== null && (
        <p className="band cluster">
          {!isGone && <a href={`/messages/${found.id}/parking`}>{_('moderation.park')}</a>}
          <a href={`/rooms/${roomId}/keeping`}>{_('moderation.keeping')}</a>
        </p>
      )}
      <p className="band">
        <a href={kind === 'message' ? `/rooms/${roomId}` : `/needs/${found.id}`}>{_('moderation.back')}</a>
      </p>
    </main>
  )
}

interface DecisionFormProps {
  decision: Decision
  tried: Decision | undefined
  withReason?: true
}

function DecisionForm({ decision, tried, withReason }: DecisionFormProps) {
  const { _ } = useLingui()
  const { found } = useLoaderData<typeof loadCase>()
  const { errors, typed } = useRefused(useActionData())
  const isTried = tried === decision
  return (
    <section className="band">
      <h2>{_(`moderation.${decision}`)}</h2>
      <p>{_(`moderation.${decision}.text`)}</p>
      <form method="post" action={`/moderation/${found.kind}/${found.id}/${decision}`} className="form">
        {withReason && (
          <SelectField
            name="reason"
            label={_('moderation.reason')}
            empty={_('moderation.reason.choose')}
            options={reportReasons.map((reason) => ({
              value: reason,
              label: _(`moderation.reason.${reason}`),
            }))}
            defaultValue={isTried ? typed('reason') : found.reasons[0]}
            error={isTried ? errors['reason'] : undefined}
          />
        )}
        <TextArea
          name="note"
          id={noteOf(decision)}
          rows={3}
          label={_(`moderation.${decision}.note`)}
          defaultValue={isTried ? typed('note') : undefined}
          error={isTried ? errors['note'] : undefined}
        />
        <SubmitButton tone={decision === 'hiding' ? 'danger' : 'primary'}>
          {_(`moderation.${decision}`)}
        </SubmitButton>
      </form>
    </section>
  )
}

/** Two forms of one page have each a note; the summary must lead to the right one. */
function noteOf(decision: Decision): string {
  return `note-${decision}`
}

function fieldsOf(
  tried: Decision | undefined,
  { note, ...others }: Record<string, string | undefined>,
): Record<string, string | undefined> {
  return tried ? { ...others, [noteOf(tried)]: note } : others
}
