import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Desk, deskSurvey } from '#app/pieces/composing/desk.tsx'
import { Done } from '#app/pieces/done.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const survey = await context.platform.surveys
    .showSurvey(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const { source, counts } = survey.reference ?? { source: '', counts: {} }
  return {
    survey: deskSurvey(survey),
    source,
    table: Object.entries(counts)
      .flatMap(([question, choices]) =>
        Object.entries(choices).map(([choice, number]) => `${question};${choice};${number}`),
      )
      .join('\n'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { file, ...fields } = await formFields(request, params)
  const table = file instanceof File && file.size > 0 ? await file.text() : fields['table']
  try {
    const { surveyId } = await context.platform.surveys.setReference({ ...fields, table })
    return redirect(`/surveys/${surveyId}/settings/reference?done=kept`, 303)
  } catch (thrown) {
    return refusedForm(thrown, { ...fields, table }, request)
  }
}

export default function Reference() {
  const { _ } = useLingui()
  const { survey, source, table } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const isDraft = survey.state === 'draft'
  return (
    <Desk
      survey={survey}
      at="settings/reference"
      heading={_('surveys.reference')}
      lead={_('surveys.reference.lead')}
    >
      <Done said={{ kept: 'surveys.done.kept' }} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" encType="multipart/form-data" className="form">
        <input type="hidden" name="version" value={survey.version} />
        <fieldset disabled={!isDraft} className="form">
          <legend className="visually-hidden">{_('surveys.reference')}</legend>
          <TextField
            name="source"
            optional
            maxLength={300}
            label={_('surveys.reference.source')}
            hint={_('surveys.reference.source.hint')}
            defaultValue={typed('source') ?? source}
            error={errors['source']}
          />
          <TextField
            type="file"
            name="file"
            optional
            accept=".csv,text/csv"
            label={_('surveys.reference.file')}
            hint={_('surveys.reference.file.hint')}
          />
          <TextArea
            name="table"
            optional
            rows={8}
            dir="ltr"
            label={_('surveys.reference.table')}
            hint={_('surveys.reference.table.hint')}
            defaultValue={typed('table') ?? table}
            error={errors['table']}
          />
        </fieldset>
        {isDraft && <SubmitButton>{_('surveys.keep')}</SubmitButton>}
      </form>
    </Desk>
  )
}
