import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { needLanguages, ownNameOf } from '#server/needs/words.ts'
import { Refusal } from '#server/refusal.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  try {
    const { collection, mayLead } = await context.platform.opinions.listStatements({
      consultationId: params['consultationId'] ?? '',
    })
    if (!mayLead) throw new Refusal('forbidden', 'only-for-chair-or-secretary')
    return { id: collection.consultationId, title: collection.title, language: context.language }
  } catch (thrown) {
    return refusedPage(thrown, request)
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { comments, votes, ...fields } = await formFields(request, params)
  try {
    const { consultationId } = await context.platform.opinions.importVotes({
      ...fields,
      comments: await textOf(comments),
      votes: await textOf(votes),
    })
    return redirect(`/consultations/${consultationId}/statements?done=imported`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

async function textOf(file: unknown): Promise<string> {
  return file instanceof File ? file.text() : typeof file === 'string' ? file : ''
}

export default function ImportVotes() {
  const { _ } = useLingui()
  const { id, title, language } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/consultations/${id}`, label: title.text },
          { href: `/consultations/${id}/statements`, label: _('opinions.moderate') },
        ]}
      />
      <PageHeading title={_('opinions.import')} lead={_('opinions.import.lead')} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" encType="multipart/form-data" className="form">
        <TextField
          type="file"
          name="comments"
          accept=".csv,text/csv"
          label={_('opinions.import.comments')}
          hint={_('opinions.import.comments.hint')}
          error={errors['comments']}
        />
        <TextField
          type="file"
          name="votes"
          accept=".csv,text/csv"
          label={_('opinions.import.votes')}
          hint={_('opinions.import.votes.hint')}
          error={errors['votes']}
          optional
        />
        <SelectField
          name="language"
          label={_('opinions.language')}
          options={needLanguages.map((each) => ({ value: each, label: ownNameOf(each) }))}
          defaultValue={typed('language') ?? language}
        />
        <SubmitButton>{_('opinions.import.send')}</SubmitButton>
      </form>
    </main>
  )
}
