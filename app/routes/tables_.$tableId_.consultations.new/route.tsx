import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { DateField } from '#app/pieces/date-field.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { InOtherLanguages } from '#app/pieces/in-other-languages.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { PhaseFields } from '#app/pieces/phase-fields.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { participations, phases, visibilities } from '#server/consultations/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const tableId = params['tableId'] ?? ''
  const shown = await context.platform.consultations
    .showOpening({ tableId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...shown, tableId, clientId: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { consultationId } = await context.platform.consultations.openConsultation(fields)
    return redirect(`/consultations/${consultationId}?done=opened`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function NewConsultation() {
  const { _ } = useLingui()
  const { tableId, table, bodies, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const dates = Object.fromEntries(
    phases.flatMap((phase) => [`${phase}From`, `${phase}To`]).map((name) => [name, typed(name)]),
  )
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: '/tables', label: _('tables.title') },
          { href: `/tables/${tableId}`, label: table.text },
        ]}
      />
      <PageHeading title={_('consultations.new')} lead={<bdi lang={table.language}>{table.text}</bdi>} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={clientId} />
        <TextField
          name="titleIt"
          lang="it"
          label={_('consultations.name')}
          maxLength={160}
          error={errors['titleIt']}
          defaultValue={typed('titleIt')}
        />
        <TextArea
          name="summaryIt"
          lang="it"
          label={_('consultations.summary')}
          hint={_('consultations.summary.hint')}
          rows={4}
          error={errors['summaryIt']}
          defaultValue={typed('summaryIt')}
        />
        <TextArea
          name="goalIt"
          lang="it"
          label={_('consultations.goal')}
          hint={_('consultations.goal.hint')}
          rows={3}
          error={errors['goalIt']}
          defaultValue={typed('goalIt')}
        />
        <InOtherLanguages
          fields={[
            { stem: 'title', label: _('consultations.name') },
            { stem: 'summary', label: _('consultations.summary'), rows: 4 },
            { stem: 'goal', label: _('consultations.goal'), rows: 3 },
          ]}
          errors={errors}
          typed={typed}
        />
        <RadioGroup
          name="visibility"
          label={_('consultations.visibility')}
          choices={visibilities.map((each) => ({
            value: each,
            label: _(`consultations.visibility.${each}`),
            hint: _(`consultations.visibility.${each}.hint`),
          }))}
          chosen={typed('visibility') ?? 'public'}
          error={errors['visibility']}
        />
        <RadioGroup
          name="participation"
          label={_('consultations.who')}
          choices={participations.map((each) => ({
            value: each,
            label: _(`consultations.participation.${each}`),
          }))}
          chosen={typed('participation') ?? 'registered'}
          error={errors['participation']}
        />
        <h2>{_('consultations.phases')}</h2>
        <p className="muted">{_('consultations.phases.hint')}</p>
        <PhaseFields dates={dates} errors={errors} />
        <SelectField
          name="answeringOrganisationId"
          label={_('consultations.answers')}
          hint={_('consultations.answers.hint')}
          empty={_('consultations.answers.choose')}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          error={errors['answeringOrganisationId']}
          defaultValue={typed('answeringOrganisationId') ?? ''}
        />
        <DateField
          name="answerDueOn"
          label={_('consultations.answer-due')}
          error={errors['answerDueOn']}
          defaultValue={typed('answerDueOn')}
        />
        <SubmitButton>{_('consultations.open')}</SubmitButton>
      </form>
    </main>
  )
}
