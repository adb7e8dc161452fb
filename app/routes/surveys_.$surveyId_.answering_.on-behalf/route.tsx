import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields, searchFields } from '#app/form-fields.ts'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { writeResponding } from '#app/responding-cookie.ts'
import { useRefused } from '#app/use-refused.ts'
import { consents, onBehalfMinutes } from '#server/responses/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return context.platform.responses
    .showOnBehalf({ ...searchFields(request, ['language']), surveyId: params['surveyId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

/** Begins to type in what another person answers. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, { surveyId: params['surveyId'] })
  try {
    const { surveyId, key } = await context.platform.responses.enterOnBehalf(fields)
    const responding = { key, by: 'account', isOnBehalf: true }
    return redirect(`/surveys/${surveyId}/answering`, {
      status: 303,
      headers: { 'Set-Cookie': writeResponding(surveyId, responding, context.site.origin) },
    })
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function OnBehalf() {
  const { _ } = useLingui()
  const { survey, language, languages } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData<typeof action>())
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('responses.on-behalf')} above={survey.title} />
      <ul>
        {['1', '2', '3', '4'].map((line) => (
          <li key={line}>{_(`responses.on-behalf.${line}`, { minutes: onBehalfMinutes })}</li>
        ))}
      </ul>
      <ErrorSummary errors={errors} message={Object.keys(errors).length > 0 ? undefined : message} />
      <form method="post" action={`/surveys/${survey.id}/answering/on-behalf`} className="form">
        <RadioGroup
          name="consent"
          label={_('responses.consent')}
          choices={consents.map((value) => ({ value, label: _(`responses.consent.${value}`) }))}
          chosen={typed('consent')}
          error={errors['consent']}
        />
        {languages.length > 1 && (
          <SelectField
            name="language"
            label={_('responses.language')}
            options={languages.map(({ name, label }) => ({ value: name, label }))}
            defaultValue={typed('language') ?? language.name}
          />
        )}
        <div>
          <SubmitButton>{_('responses.on-behalf.begin')}</SubmitButton>
        </div>
      </form>
    </main>
  )
}
