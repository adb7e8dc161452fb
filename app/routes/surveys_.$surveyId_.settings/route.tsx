import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Desk, deskSurvey } from '#app/pieces/composing/desk.tsx'
import { Done } from '#app/pieces/done.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { romeClock } from '#app/rome-clock.ts'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { answersToLimit } from './answers-to-limit.ts'
import { RuleFields } from './rule-fields.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const survey = await context.platform.surveys
    .showSurvey(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const named = survey.form.languages.filter(Boolean)
  const { opensAt, closesAt, timesEach, mostResponses, isApart, isSensitive, takesOnBehalf, quotas, thanks } =
    survey
  const languages = named.length > 0 ? named : ['']
  return {
    survey: deskSurvey(survey),
    languages,
    answers: answersToLimit(survey.form),
    rules: {
      opensAt: romeClock(opensAt),
      closesAt: romeClock(closesAt),
      timesEach,
      mostResponses,
      isApart,
      isSensitive,
      takesOnBehalf,
      quotas,
      thanks: languages.map((language) => thanks[language] ?? ''),
    },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { surveyId } = await context.platform.surveys.setSurveyRules(fields)
    return redirect(`/surveys/${surveyId}/settings?done=kept`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Settings() {
  const { _ } = useLingui()
  const { survey, languages, answers, rules } = useLoaderData<typeof loader>()
  const refused = useRefused(useActionData())
  const isDraft = survey.state === 'draft'
  return (
    <Desk survey={survey} at="settings" heading={_('surveys.settings')} lead={_('surveys.settings.lead')}>
      <Done said={{ kept: 'surveys.done.kept' }} />
      <ErrorSummary errors={refused.errors} message={refused.message} />
      {!isDraft && <Notice>{_('surveys.form.fixed')}</Notice>}
      <form method="post" className="form">
        <input type="hidden" name="version" value={survey.version} />
        <fieldset disabled={!isDraft} className="form">
          <legend className="visually-hidden">{_('surveys.settings')}</legend>
          <RuleFields
            survey={survey}
            languages={languages}
            answers={answers}
            rules={rules}
            refused={refused}
          />
        </fieldset>
        {isDraft && <SubmitButton>{_('surveys.keep')}</SubmitButton>}
      </form>
    </Desk>
  )
}
