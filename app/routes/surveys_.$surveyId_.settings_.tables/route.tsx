import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { CheckboxGroup } from '#app/pieces/choices.tsx'
import { Desk, deskSurvey } from '#app/pieces/composing/desk.tsx'
import { outlineOf } from '#app/pieces/composing/outline.ts'
import { DateField } from '#app/pieces/date-field.tsx'
import { Done } from '#app/pieces/done.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { countable, type ItemType } from '#server/surveys/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const survey = await context.platform.surveys
    .showSurvey(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return {
    survey: deskSurvey(survey),
    plan: survey.plan,
    questions: outlineOf(survey.form)
      .filter(({ type }) => countable.includes(type as ItemType))
      .map(({ path, said }) => ({ value: path, label: said || path })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { surveyId } = await context.platform.surveys.planTables(fields)
    return redirect(`/surveys/${surveyId}/settings/tables?done=kept`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Tables() {
  const { _ } = useLingui()
  const { survey, plan, questions } = useLoaderData<typeof loader>()
  const { errors, message, typedList } = useRefused(useActionData())
  const isDraft = survey.state === 'draft'
  const pairs = plan.tables.filter(({ columns }) => columns !== null)
  const rows = typedList('pairRows') ?? pairs.map((pair) => pair.rows)
  const columns = typedList('pairColumns') ?? pairs.map((pair) => pair.columns ?? '')
  const days = typedList('day') ?? plan.days
  return (
    <Desk survey={survey} at="settings/tables" heading={_('surveys.tables')} lead={_('surveys.tables.lead')}>
      <Done said={{ kept: 'surveys.done.kept' }} />
      <ErrorSummary errors={errors} message={message} />
      <Notice>{_('surveys.tables.why')}</Notice>
      <form method="post" className="form">
        <input type="hidden" name="version" value={survey.version} />
        <fieldset disabled={!isDraft} className="form">
          <legend className="visually-hidden">{_('surveys.tables')}</legend>
          <CheckboxGroup
            name="single"
            optional
            label={_('surveys.tables.single')}
            hint={_('surveys.tables.single.hint')}
            choices={questions}
            chosen={
              typedList('single') ??
              plan.tables.filter((each) => each.columns === null).map((each) => each.rows)
            }
            error={errors['single']}
          />
          <fieldset className="field stack" id="pairRows">
            <legend>{_('surveys.tables.pairs')}</legend>
            <p className="field-hint">{_('surveys.tables.pairs.hint')}</p>
            {Array.from({ length: rows.length + (typedList('pairRows') ? 0 : 2) }, (_row, n) => (
              <div className="cluster" key={n}>
                <SelectField
                  name="pairRows"
                  id={`pairRows-${n}`}
                  optional
                  label={_('surveys.tables.rows', { number: n + 1 })}
                  empty={_('surveys.tables.no-pair')}
                  options={questions}
                  defaultValue={rows[n]}
                  error={n === 0 ? errors['pairRows'] : undefined}
                />
                <SelectField
                  name="pairColumns"
                  id={n === 0 ? 'pairColumns' : `pairColumns-${n}`}
                  optional
                  label={_('surveys.tables.columns', { number: n + 1 })}
                  empty={_('surveys.tables.no-pair')}
                  options={questions}
                  defaultValue={columns[n]}
                  error={n === 0 ? errors['pairColumns'] : undefined}
                />
              </div>
            ))}
          </fieldset>
          <fieldset className="field stack">
            <legend>{_('surveys.tables.days')}</legend>
            <p className="field-hint">{_('surveys.tables.days.hint')}</p>
            {Array.from({ length: Math.max(days.length + (typedList('day') ? 0 : 1), 2) }, (_row, n) => (
              <DateField
                key={n}
                name="day"
                id={n === 0 ? 'day' : `day-${n}`}
                optional
                label={_('surveys.tables.day', { number: n + 1 })}
                defaultValue={days[n]}
                error={n === 0 ? errors['day'] : undefined}
              />
            ))}
          </fieldset>
        </fieldset>
        {isDraft && <SubmitButton>{_('surveys.keep')}</SubmitButton>}
      </form>
    </Desk>
  )
}
