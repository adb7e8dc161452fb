import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { DateField } from '#app/pieces/date-field.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { OfficialAnswer } from '#app/pieces/official-answer.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const answer = await context.platform.answers
    .showAnswer(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { answer }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { proposalId } = await context.platform.answers.askAnswer(fields)
    return redirect(`/proposals/${proposalId}?done=answer-asked`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function AnswerRequest() {
  const { _ } = useLingui()
  const { answer } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { proposal, body, foreseenDueOn, mayAsk } = answer
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/proposals/${proposal.id}`, label: proposal.title }]} />
      <PageHeading
        title={_('answers.request.title')}
        above={_('answers.proposal', { number: proposal.number })}
        lead={<UserWords text={proposal.title} language={proposal.language} />}
      />
      <ErrorSummary errors={errors} message={message} />
      {mayAsk ? (
        <form method="post" className="form">
          <p>
            {_('answers.request.body')} <bdi>{body}</bdi>
          </p>
          <DateField
            name="dueOn"
            label={_('answers.request.due-on')}
            hint={_('answers.request.due-on.hint')}
            defaultValue={typed('dueOn') ?? foreseenDueOn}
            error={errors['dueOn']}
          />
          <SubmitButton>{_('answers.ask')}</SubmitButton>
        </form>
      ) : (
        <OfficialAnswer answer={answer} />
      )}
    </main>
  )
}
