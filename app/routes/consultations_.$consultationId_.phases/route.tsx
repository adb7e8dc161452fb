import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { DateField } from '#app/pieces/date-field.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { PhaseFields } from '#app/pieces/phase-fields.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const consultationId = params['consultationId'] ?? ''
  const shown = await context.platform.consultations
    .showPhases({ consultationId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...shown, id: consultationId }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { consultationId } = await context.platform.consultations.reschedulePhases(fields)
    return redirect(`/consultations/${consultationId}?done=rescheduled`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Phases() {
  const { _ } = useLingui()
  const { id, title, phases, answerDueOn, today } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const kept = phases.flatMap(({ phase, startsOn, endsOn }) => [
    [`${phase}From`, startsOn],
    [`${phase}To`, endsOn],
  ])
  const dates = Object.fromEntries(kept.map(([name = '', day]) => [name, typed(name) ?? day]))
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: '/consultations', label: _('consultations.title') },
          { href: `/consultations/${id}`, label: title.text },
        ]}
      />
      <PageHeading title={_('consultations.phases.change')} lead={_('consultations.phases.lead')} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <PhaseFields dates={dates} errors={errors} fixedBefore={today} />
        <DateField
          name="answerDueOn"
          label={_('consultations.answer-due')}
          error={errors['answerDueOn']}
          defaultValue={typed('answerDueOn') ?? answerDueOn}
        />
        <SubmitButton>{_('consultations.phases.save')}</SubmitButton>
      </form>
    </main>
  )
}
