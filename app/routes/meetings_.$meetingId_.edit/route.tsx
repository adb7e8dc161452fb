import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { MeetingFields } from '#app/pieces/meeting/meeting-fields.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return context.platform.meetings
    .showMeetingToEdit({ meetingId: params['meetingId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { meetingId } = await context.platform.meetings.editMeeting(fields)
    return redirect(`/meetings/${meetingId}?done=changed`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function EditMeeting() {
  const { _ } = useLingui()
  const { id, number, table, values, languages, showsNames } = useLoaderData<typeof loader>()
  const answer = useActionData()
  const { errors, message, typed, typedList } = useRefused(answer)
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/tables/${table.id}`, label: table.name.text },
          { href: `/meetings/${id}`, label: _('meetings.number', { number }) },
        ]}
      />
      <PageHeading title={_('meetings.edit')} lead={_('meetings.edit.lead')} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <MeetingFields
          errors={errors}
          value={(name) => typed(name) ?? values[name]}
          languages={typedList('languages') ?? languages}
          showsNames={message === undefined ? showsNames : typed('showsNames') === 'yes'}
        />
        <SubmitButton>{_('meetings.edit.save')}</SubmitButton>
      </form>
    </main>
  )
}
