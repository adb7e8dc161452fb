import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deviceOf } from '#app/device.ts'
import { formFields } from '#app/form-fields.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm } from '#app/refused.ts'
import { safeAddress } from '#app/safe-address.ts'
import { useRefused } from '#app/use-refused.ts'

export function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const email = searchParams.get('email') ?? ''
  if (email === '') throw redirect('/sign-in')
  return { email, back: safeAddress(searchParams.get('back')), demo: context.site.demo }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { back, ...fields } = await formFields(request)
  try {
    const entered = await context.platform.people.enterWithCode({ ...fields, device: deviceOf(request) })
    const to = entered.isNew
      ? `/me?welcome=1&back=${encodeURIComponent(safeAddress(back))}`
      : safeAddress(back)
    return redirect(to, {
      status: 303,
      headers: { 'Set-Cookie': context.cookie.write(entered.sessionToken) },
    })
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function SignInCode() {
  const { _ } = useLingui()
  const { email, back, demo } = useLoaderData<typeof loader>()
  const { errors, message } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('entry.code.title')} />
      <p>
        {_('entry.code.sent')} <bdi>{email}</bdi>
      </p>
      {demo && (
        <Notice>
          {_('entry.demo.mail')} <a href="/dev/mail">{_('entry.demo.mail.open')}</a>
        </Notice>
      )}
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="back" value={back} />
        <TextField
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          short
          label={_('entry.code')}
          hint={_('entry.code.hint')}
          error={errors['code']}
        />
        <SubmitButton>{_('entry.enter')}</SubmitButton>
      </form>
      <form method="post" action="/sign-in">
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="back" value={back} />
        <SubmitButton tone="quiet">{_('entry.code.again')}</SubmitButton>
      </form>
    </main>
  )
}
