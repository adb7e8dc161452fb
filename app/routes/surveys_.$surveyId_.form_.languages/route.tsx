import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { CheckboxGroup } from '#app/pieces/choices.tsx'
import { Desk, deskSurvey } from '#app/pieces/composing/desk.tsx'
import { mainLanguage } from '#app/pieces/composing/outline.ts'
import { useFormRefused } from '#app/pieces/composing/say-problem.ts'
import { Done } from '#app/pieces/done.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { formLanguages } from '#server/surveys/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const survey = await context.platform.surveys
    .showSurvey(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const spoken = survey.form.languages.filter(Boolean)
  return {
    survey: deskSurvey(survey),
    spoken,
    main: mainLanguage(survey.form),
    missing: Object.fromEntries(
      survey.problems.flatMap(({ reason, values }): [string, number][] =>
        reason === 'translation-missing' ? [[String(values['language']), Number(values['times'])]] : [],
      ),
    ),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { surveyId } = await context.platform.surveys.setLanguages(fields)
    return redirect(`/surveys/${surveyId}/form/languages?done=kept`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Languages() {
  const { _ } = useLingui()
  const { survey, spoken, main, missing } = useLoaderData<typeof loader>()
  const { errors, message, typed, typedList } = useFormRefused(useActionData())
  const isDraft = survey.state === 'draft'
  const all = [...new Set([...spoken, ...formLanguages])]
  return (
    <Desk
      survey={survey}
      at="form/languages"
      heading={_('surveys.languages')}
      lead={_('surveys.languages.lead')}
    >
      <Done said={{ kept: 'surveys.done.kept' }} />
      <ErrorSummary errors={errors} message={message} />
      {spoken.length > 0 && (
        <ul className="stack">
          {spoken.map((language) => (
            <li key={language}>
              {language !== main && isDraft ? (
                <a href={`/surveys/${survey.id}/form/translation?language=${encodeURIComponent(language)}`}>
                  {_('surveys.translate.into', { language })}
                </a>
              ) : (
                language
              )}
              {missing[language] ? ` · ${_('surveys.translate.missing', { count: missing[language] })}` : ''}
            </li>
          ))}
        </ul>
      )}
      {isDraft && (
        <form method="post" className="form band">
          <input type="hidden" name="version" value={survey.version} />
          <CheckboxGroup
            name="languages"
            inColumns
            label={_('surveys.languages.which')}
            hint={_('surveys.languages.which.hint')}
            choices={all.map((each) => ({ value: each, label: each }))}
            chosen={typedList('languages') ?? spoken}
            error={errors['languages']}
          />
          <SelectField
            name="defaultLanguage"
            label={_('surveys.languages.default')}
            options={all.map((each) => ({ value: each, label: each }))}
            defaultValue={typed('defaultLanguage') ?? main}
            error={errors['defaultLanguage']}
          />
          <SubmitButton>{_('surveys.keep')}</SubmitButton>
        </form>
      )}
    </Desk>
  )
}
