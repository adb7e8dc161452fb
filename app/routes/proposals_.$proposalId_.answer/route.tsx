import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { screenLanguages } from '#app/i18n/languages.ts'
import { languageName } from '#app/language-names.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { DateField } from '#app/pieces/date-field.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { OfficialAnswer } from '#app/pieces/official-answer.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { declineReasons, outcomes } from '#server/answers/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const answer = await context.platform.answers
    .showAnswer(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { answer, clientId: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { proposalId } = await context.platform.answers.giveAnswer(fields)
    return redirect(`/proposals/${proposalId}?done=answered`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Answer() {
  const { _, i18n } = useLingui()
  const { answer, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { proposal, mayGive } = answer
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/proposals/${proposal.id}`, label: proposal.title }]} />
      <PageHeading
        title={_(mayGive ? 'answers.form.title' : 'answers.official.title')}
        above={_('answers.proposal', { number: proposal.number })}
        lead={<UserWords text={proposal.title} language={proposal.language} />}
      />
      {mayGive ? (
        <>
          <ErrorSummary errors={errors} message={message} />
          <Notice>{_('answers.form.public')}</Notice>
          <form method="post" className="form">
            <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
            <RadioGroup
              name="outcome"
              label={_('answers.form.outcome')}
              choices={outcomes.map((value) => ({
                value,
                label: _(`answers.outcome.${value}`),
                hint: _(`answers.outcome.${value}.hint`),
              }))}
              chosen={typed('outcome')}
              error={errors['outcome']}
            />
            <SelectField
              name="reason"
              label={_('answers.form.reason')}
              hint={_('answers.form.reason.hint')}
              empty={_('answers.form.reason.none')}
              options={declineReasons.map((value) => ({ value, label: _(`answers.reason.${value}`) }))}
              defaultValue={typed('reason')}
              error={errors['reason']}
              optional
            />
            <TextArea
              name="text"
              label={_('answers.form.text')}
              hint={_('answers.form.text.hint')}
              rows={8}
              defaultValue={typed('text')}
              error={errors['text']}
            />
            <SelectField
              name="language"
              label={_('answers.form.language')}
              options={screenLanguages.map((value) => ({ value, label: languageName(value, i18n.locale) }))}
              defaultValue={typed('language') ?? 'it'}
              error={errors['language']}
            />
            <TextArea
              name="measure"
              label={_('answers.form.measure')}
              hint={_('answers.form.measure.hint')}
              rows={4}
              defaultValue={typed('measure')}
              error={errors['measure']}
              optional
            />
            <DateField
              name="doneBy"
              label={_('answers.form.done-by')}
              defaultValue={typed('doneBy')}
              error={errors['doneBy']}
              optional
            />
            <DateField
              name="reviewOn"
              label={_('answers.form.review-on')}
              hint={_('answers.form.review-on.hint')}
              defaultValue={typed('reviewOn')}
              error={errors['reviewOn']}
              optional
            />
            <SubmitButton>{_('answers.form.publish')}</SubmitButton>
          </form>
          {answer.answers.length > 0 && <OfficialAnswer answer={{ ...answer, mayGive: false }} />}
        </>
      ) : (
        <OfficialAnswer answer={answer} />
      )}
    </main>
  )
}
