import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { meetingLimits } from '#server/meetings/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return context.platform.meetings
    .showMeetingToEdit({ meetingId: params['meetingId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { meetingId } = await context.platform.meetings.cancelMeeting(fields)
    return redirect(`/meetings/${meetingId}?done=cancelled`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function CancelMeeting() {
  const { _ } = useLingui()
  const { id, number, table } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/tables/${table.id}`, label: table.name.text },
          { href: `/meetings/${id}`, label: _('meetings.number', { number }) },
        ]}
      />
      <PageHeading title={_('meetings.cancel')} lead={_('meetings.cancel.lead')} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <TextField
          name="reason"
          label={_('meetings.cancel.reason')}
          hint={_('meetings.cancel.reason.hint')}
          minLength={3}
          maxLength={meetingLimits.cancelReason}
          error={errors['reason']}
          defaultValue={typed('reason')}
        />
        <SubmitButton tone="danger">{_('meetings.cancel')}</SubmitButton>
      </form>
    </main>
  )
}
