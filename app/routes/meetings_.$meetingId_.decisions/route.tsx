import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { DecidingPage } from '#app/pieces/meeting/deciding-page.tsx'
import { DecisionFields } from '#app/pieces/meeting/decision-fields.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const shown = await context.platform.decisions
    .showDecisions({ meetingId: params['meetingId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { shown, language: context.language, clientId: context.newId }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { from: _from, ...fields } = await formFields(request, params)
  try {
    const { roomId } = await context.platform.decisions.recordDecision(fields)
    return redirect(`/rooms/${roomId}?done=recorded#meeting`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function MeetingDecisions() {
  const { _ } = useLingui()
  const { shown, language, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { meetingId, decisions, items, may } = shown
  return (
    <DecidingPage shown={shown} title={_('decisions.title')}>
      <ErrorSummary errors={errors} message={message} />
      {decisions.length === 0 && <EmptyState title={_('decisions.none')} />}
      <ol className="decided">
        {decisions.map(({ id, text, language: written, vote }) => (
          <li key={id}>
            <UserText text={text} language={written} />
            <p className="muted">
              {vote?.outcome ? _(`decisions.outcome.${vote.outcome}`) : _('decisions.consent')}
            </p>
            {may.setTasks && (vote === null || vote.outcome === 'approved') && (
              <p>
                <a href={`/meetings/${meetingId}/tasks?decisionId=${id}`}>{_('decisions.task.set')}</a>
              </p>
            )}
          </li>
        ))}
      </ol>
      {may.record && (
        <form method="post" className="form band">
          <h2>{_('decisions.record')}</h2>
          <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
          <DecisionFields errors={errors} typed={typed} language={language} items={items} />
          <SubmitButton>{_('decisions.record')}</SubmitButton>
        </form>
      )}
    </DecidingPage>
  )
}
