import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { CheckboxGroup, RadioGroup } from '#app/pieces/choices.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm } from '#app/refused.ts'
import { safeAddress } from '#app/safe-address.ts'
import { useRefused } from '#app/use-refused.ts'
import { feedbackLimits, hardships, usefulness } from '#server/feedback/words.ts'

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return { page: safeAddress(searchParams.get('page')), sent: searchParams.has('sent') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await formFields(request)
  try {
    await context.platform.feedback.sendFeedback(fields)
    const search = new URLSearchParams({ page: safeAddress(fields['page']), sent: '1' })
    return redirect(`/feedback?${search.toString()}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Feedback() {
  const { _ } = useLingui()
  const { page, sent } = useLoaderData<typeof loader>()
  if (!sent) return <FeedbackForm page={page} />
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('feedback.title')} />
      <Notice tone="good" title={_('feedback.thanks')} spoken>
        <p>{_('feedback.thanks.text')}</p>
      </Notice>
      <p>
        <a href={page}>{_('feedback.back')}</a>
      </p>
    </main>
  )
}

function FeedbackForm({ page }: { page: string }) {
  const { _ } = useLingui()
  const { errors, message, typed, typedList } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('feedback.title')} lead={_('feedback.lead')} />
      <Notice>{_('feedback.emergency')}</Notice>
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="page" value={typed('page') ?? page} />
        <p>
          {_('feedback.page')} <bdi dir="ltr">{page}</bdi>
        </p>
        <RadioGroup
          name="useful"
          label={_('feedback.useful')}
          choices={usefulness.map((value) => ({ value, label: _(`feedback.useful.${value}`) }))}
          chosen={typed('useful')}
          error={errors['useful']}
        />
        <CheckboxGroup
          name="hard"
          label={_('feedback.hard')}
          hint={_('feedback.hard.hint')}
          choices={hardships.map((value) => ({ value, label: _(`feedback.hard.${value}`) }))}
          chosen={typedList('hard') ?? []}
          error={errors['hard']}
          optional
        />
        <TextArea
          name="words"
          label={_('feedback.words')}
          hint={_('feedback.words.hint')}
          maxLength={feedbackLimits.words}
          defaultValue={typed('words')}
          error={errors['words']}
          optional
        />
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          label={_('feedback.email')}
          hint={_('feedback.email.hint')}
          defaultValue={typed('email')}
          error={errors['email']}
          optional
        />
        <SubmitButton>{_('feedback.send')}</SubmitButton>
      </form>
    </main>
  )
}
