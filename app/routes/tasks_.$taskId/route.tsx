import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { OwnLanguage } from '#app/pieces/meeting/own-language.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TaskFacts, TaskReports } from '#app/pieces/task-card.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { decisionLimits } from '#server/decisions/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const task = await context.platform.decisions
    .showTask({ taskId: params['taskId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { task, language: context.language, clientId: context.newId }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { taskId } = await context.platform.decisions.reportTask(fields)
    return redirect(`/tasks/${taskId}?done=reported`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Task() {
  const { _ } = useLingui()
  const { task, language, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/tables/${task.tableId}/tasks`, label: _('minutes.tasks') }]} />
      <Done said={{ reported: 'minutes.task.reported' }} />
      <PageHeading title={task.text} language={task.language} above={_('minutes.task')} />
      <ErrorSummary errors={errors} message={message} />
      <TaskFacts task={task} />
      <section className="band" aria-labelledby="reports">
        <h2 id="reports">{_('minutes.task.reports')}</h2>
        {task.reports.length === 0 ? (
          <EmptyState title={_('minutes.task.reports.none')} />
        ) : (
          <TaskReports reports={task.reports} />
        )}
      </section>
      {task.mayReport && (
        <form method="post" className="form band">
          <h2>{_('minutes.task.report')}</h2>
          <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
          <RadioGroup
            name="isDone"
            label={_('minutes.task.is-done')}
            choices={[
              { value: 'yes', label: _('minutes.task.said-done') },
              { value: 'no', label: _('minutes.task.said-not-done') },
            ]}
            chosen={typed('isDone')}
            error={errors['isDone']}
          />
          <TextArea
            name="note"
            rows={3}
            minLength={3}
            maxLength={decisionLimits.note}
            label={_('minutes.task.note')}
            hint={_('minutes.task.note.hint')}
            error={errors['note']}
            defaultValue={typed('note')}
          />
          <OwnLanguage id="language" error={errors['language']} chosen={typed('language') ?? language} />
          <SubmitButton>{_('minutes.task.report')}</SubmitButton>
        </form>
      )}
    </main>
  )
}
