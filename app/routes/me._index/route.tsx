import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { screenLanguages } from '#app/i18n/languages.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { safeAddress } from '#app/safe-address.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const profile = await context.platform.people
    .showProfile({})
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return {
    profile,
    back: searchParams.get('back'),
    isNew: searchParams.has('welcome'),
    saved: searchParams.has('saved'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { back, ...fields } = await formFields(request)
  try {
    const { language } = await context.platform.people.editProfile(fields)
    const secure = context.site.origin.startsWith('https:') ? '; Secure' : ''
    return redirect(safeAddress(back, '/me?saved=1'), {
      status: 303,
      headers: { 'Set-Cookie': `language=${language}; Path=/; SameSite=Lax; Max-Age=31536000${secure}` },
    })
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Me() {
  const { _ } = useLingui()
  const { profile, back, isNew, saved } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('entry.me.title')} lead={profile.email} />
      {saved && (
        <Notice tone="good" spoken>
          {_('entry.me.saved')}
        </Notice>
      )}
      {isNew && <Notice>{_('entry.me.welcome')}</Notice>}
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        {back && <input type="hidden" name="back" value={back} />}
        <TextField
          name="name"
          autoComplete="nickname"
          required
          label={_('entry.me.name')}
          hint={_('entry.me.name.hint')}
          error={errors['name']}
          defaultValue={typed('name') ?? profile.name}
        />
        <SelectField
          name="language"
          label={_('entry.me.language')}
          options={screenLanguages.map((language) => ({ value: language, label: nameOf(language) }))}
          error={errors['language']}
          defaultValue={typed('language') ?? profile.language}
        />
        <SubmitButton>{_('entry.me.save')}</SubmitButton>
      </form>
    </main>
  )
}

function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
}
