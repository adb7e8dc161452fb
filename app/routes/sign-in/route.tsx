import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm } from '#app/refused.ts'
import { safeAddress } from '#app/safe-address.ts'
import { useRefused } from '#app/use-refused.ts'

export function loader({ request, context }: LoaderFunctionArgs) {
  const back = safeAddress(new URL(request.url).searchParams.get('back'))
  if (context.platform.actor.kind === 'person') throw redirect(back)
  return { back }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { back, ...fields } = await formFields(request)
  try {
    const { email } = await context.platform.people.requestCode({ ...fields, language: context.language })
    const search = new URLSearchParams({ email, back: safeAddress(back) })
    return redirect(`/sign-in/code?${search.toString()}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function SignIn() {
  const { _ } = useLingui()
  const { back } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('entry.title')} lead={_('entry.lead')} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="back" value={back} />
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          required
          label={_('entry.email')}
          hint={_('entry.email.hint')}
          error={errors['email']}
          defaultValue={typed('email')}
        />
        <SubmitButton>{_('entry.send-code')}</SubmitButton>
      </form>
    </main>
  )
}
