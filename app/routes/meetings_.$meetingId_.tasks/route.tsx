import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields, searchFields } from '#app/form-fields.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { DecidingPage } from '#app/pieces/meeting/deciding-page.tsx'
import { TaskFields } from '#app/pieces/meeting/task-fields.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { Refusal } from '#server/refusal.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const shown = await context.platform.decisions
    .showDecisions({ meetingId: params['meetingId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (context.platform.actor.kind === 'guest')
    return refusedPage(new Refusal('forbidden', 'sign-in-first'), request)
  if (!shown.may.setTasks) {
    const refusal = shown.isOpen
      ? new Refusal('forbidden', 'only-for-chair-or-secretary')
      : new Refusal('conflict', 'meeting-not-open')
    return refusedPage(refusal, request)
  }
  const wanted = searchFields(request, ['decisionId', 'itemId'])
  return { shown, wanted, language: context.language, clientId: context.newId }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { from: _from, ...fields } = await formFields(request, params)
  try {
    const { roomId } = await context.platform.decisions.setTask(fields)
    return redirect(`/rooms/${roomId}?done=task#meeting`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function MeetingTasks() {
  const { _ } = useLingui()
  const { shown, wanted, language, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { decisions, items, organisations } = shown
  const chosen = (name: 'decisionId' | 'itemId') => {
    const asked = wanted[name]
    return typed(name) ?? (typeof asked === 'string' ? asked : undefined)
  }
  const standing = decisions.filter(({ vote }) => vote === null || vote.outcome === 'approved')
  return (
    <DecidingPage shown={shown} title={_('decisions.task.set')}>
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
        <SelectField
          name="decisionId"
          optional
          label={_('decisions.task.of-decision')}
          empty={_('decisions.task.of-none')}
          options={standing.map(({ id, text }) => ({ value: id, label: text.slice(0, 100) }))}
          error={errors['decisionId']}
          defaultValue={chosen('decisionId')}
        />
        <SelectField
          name="itemId"
          optional
          label={_('decisions.task.of-item')}
          empty={_('decisions.task.of-none')}
          options={items.map(({ id, text }) => ({ value: id, label: text }))}
          error={errors['itemId']}
          defaultValue={chosen('itemId')}
        />
        <TaskFields errors={errors} typed={typed} language={language} organisations={organisations} />
        <SubmitButton>{_('decisions.task.set')}</SubmitButton>
      </form>
    </DecidingPage>
  )
}
