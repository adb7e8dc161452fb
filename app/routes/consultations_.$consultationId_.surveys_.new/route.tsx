import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { formLanguages, surveyLimits, templates } from '#server/surveys/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, title, closedAt, may } = await context.platform.consultations
    .showConsultation(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (!may.lead || closedAt !== null) throw redirect(`/consultations/${id}/surveys`)
  return { id, title, clientId: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { surveyId } = await context.platform.surveys.composeSurvey(fields)
    return redirect(`/surveys/${surveyId}/form?done=composed`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function NewSurvey() {
  const { _ } = useLingui()
  const { id, title, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/consultations/${id}`, label: title.text },
          { href: `/consultations/${id}/surveys`, label: _('surveys.title') },
        ]}
      />
      <PageHeading title={_('surveys.compose')} lead={_('surveys.compose.lead')} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
        <TextField
          name="title"
          label={_('surveys.name')}
          minLength={3}
          maxLength={surveyLimits.title}
          defaultValue={typed('title')}
          error={errors['title']}
        />
        <RadioGroup
          name="template"
          label={_('surveys.template')}
          choices={[
            ...templates.map((each) => ({
              value: each as string,
              label: _(`surveys.template.${each}`),
              hint: _(`surveys.template.${each}.when`),
            })),
            { value: '', label: _('surveys.template-none'), hint: _('surveys.template-none.when') },
          ]}
          chosen={typed('template') ?? templates[0]}
          error={errors['template']}
        />
        <SelectField
          name="language"
          label={_('surveys.first-language')}
          options={formLanguages.map((each) => ({ value: each, label: each }))}
          defaultValue={typed('language')}
          error={errors['language']}
        />
        <SubmitButton>{_('surveys.begin')}</SubmitButton>
      </form>
      <section className="band" aria-labelledby="upload">
        <h2 id="upload">{_('surveys.upload')}</h2>
        <p>{_('surveys.upload.lead')}</p>
        <p>
          <a className="btn btn-outline-primary" href={`/consultations/${id}/surveys/upload`}>
            {_('surveys.upload')}
          </a>
        </p>
      </section>
    </main>
  )
}
