import { useLingui } from '@lingui/react'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { surveyLimits } from '#server/surveys/words.ts'
import { CodeCards, type Cards } from './code-cards.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const shown = await context.platform.surveys
    .showCodes(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...shown, clientId: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { survey, organisation, cards } = await context.platform.surveys.makeCodes(fields)
    return data({ cards: { title: survey.title, closesAt: survey.closesAt, organisation, cards } })
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Codes() {
  const { _ } = useLingui()
  const { survey, organisations, clientId } = useLoaderData<typeof loader>()
  const answer: unknown = useActionData()
  const { errors, message, typed } = useRefused(answer)
  if (hasCards(answer)) return <CodeCards made={answer.cards} back={`/surveys/${survey.id}/codes`} />
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/surveys/${survey.id}`, label: survey.title }]} />
      <PageHeading title={_('surveys.codes')} lead={_('surveys.codes.lead')} />
      <ErrorSummary errors={errors} message={message} />
      <ul>
        {organisations.map(({ id, name, made }) => (
          <li key={id}>
            <bdi>{name}</bdi>: {_('surveys.codes.made', { count: made })}
          </li>
        ))}
      </ul>
      <Notice tone="warn">{_('surveys.codes.once')}</Notice>
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={clientId} />
        <SelectField
          name="organisationId"
          label={_('surveys.codes.for')}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={typed('organisationId')}
          error={errors['organisationId']}
        />
        <TextField
          name="count"
          type="number"
          min={1}
          max={surveyLimits.codes}
          inputMode="numeric"
          short
          label={_('surveys.codes.count')}
          hint={_('surveys.codes.count.hint')}
          defaultValue={typed('count') ?? '20'}
          error={errors['count']}
        />
        <SubmitButton>{_('surveys.codes.make')}</SubmitButton>
      </form>
    </main>
  )
}

function hasCards(answer: unknown): answer is { cards: Cards } {
  return typeof answer === 'object' && answer !== null && 'cards' in answer
}
