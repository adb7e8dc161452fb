import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { MeetingFields } from '#app/pieces/meeting/meeting-fields.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const tableId = params['tableId'] ?? ''
  const shown = await context.platform.meetings
    .showCalling({ tableId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...shown, tableId, clientId: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await formFields(request)
  try {
    const { meetingId } = await context.platform.meetings.callMeeting(fields)
    return redirect(`/meetings/${meetingId}/agenda?done=called`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function NewMeeting() {
  const { _ } = useLingui()
  const { tableId, table, consultations, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed, typedList } = useRefused(useActionData())
  const usual: Record<string, string> = { quorum: '50' }
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: '/tables', label: _('tables.title') },
          { href: `/tables/${tableId}`, label: table.text },
        ]}
      />
      <PageHeading title={_('meetings.call')} lead={_('meetings.call.lead')} />
      {consultations.length === 0 ? (
        <EmptyState title={_('meetings.call.no-consultation')} />
      ) : (
        <>
          <ErrorSummary errors={errors} message={message} />
          <form method="post" className="form">
            <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
            <SelectField
              name="consultationId"
              label={_('meetings.field.consultation')}
              hint={_('meetings.field.consultation.hint')}
              options={consultations.map(({ id, title }) => ({ value: id, label: title.text }))}
              error={errors['consultationId']}
              defaultValue={typed('consultationId')}
            />
            <MeetingFields
              errors={errors}
              value={(name) => typed(name) ?? usual[name]}
              languages={typedList('languages') ?? ['it']}
              showsNames={typed('showsNames') === 'yes'}
            />
            <SubmitButton>{_('meetings.call.do')}</SubmitButton>
          </form>
        </>
      )}
    </main>
  )
}
