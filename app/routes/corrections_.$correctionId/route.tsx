import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { CorrectionRead } from '#app/pieces/minutes/corrections.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { minutesLimits } from '#server/minutes/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return context.platform.minutes
    .showCorrection({ correctionId: params['correctionId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { meetingId, correctionId } = await context.platform.minutes.settleCorrection(fields)
    return redirect(`/meetings/${meetingId}/minutes?done=settled#c-${correctionId}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Correction() {
  const { _ } = useLingui()
  const { maySettle, ...correction } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { meeting, item, part } = correction
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          {
            href: `/meetings/${meeting.id}/minutes`,
            label: _('minutes.of-meeting', { number: meeting.number }),
          },
        ]}
      />
      <PageHeading
        title={_('minutes.correction')}
        above={item ? <UserWords text={item.text} language={item.language} /> : _(`minutes.${part}`)}
      />
      <ErrorSummary errors={errors} message={message} />
      <CorrectionRead correction={correction} />
      {maySettle && (
        <form method="post" className="form band">
          <h2>{_('minutes.settle')}</h2>
          <RadioGroup
            name="isAccepted"
            label={_('minutes.settle.question')}
            choices={[
              { value: 'yes', label: _('minutes.settle.yes') },
              { value: 'no', label: _('minutes.settle.no') },
            ]}
            chosen={typed('isAccepted')}
            error={errors['isAccepted']}
          />
          <TextArea
            name="reason"
            rows={3}
            minLength={3}
            maxLength={minutesLimits.reason}
            label={_('minutes.correction.reason')}
            hint={_('minutes.settle.reason.hint')}
            error={errors['reason']}
            defaultValue={typed('reason')}
          />
          <SubmitButton>{_('minutes.settle.send')}</SubmitButton>
        </form>
      )}
      <p className="band">
        <a href={`/meetings/${meeting.id}/minutes#c-${correction.id}`}>{_('minutes.to-minutes')}</a>
      </p>
    </main>
  )
}
