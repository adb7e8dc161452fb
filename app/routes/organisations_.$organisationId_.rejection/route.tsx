import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { Refusal } from '#server/refusal.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, name, may } = await context.platform.organisations
    .showOrganisation({ organisationId: params['organisationId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (!may.reject) refusedPage(new Refusal('forbidden', 'only-for-officials'), request)
  return { id, name }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { organisationId } = await context.platform.organisations.rejectOrganisation(fields)
    return redirect(`/organisations/${organisationId}?done=rejected`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Rejection() {
  const { _ } = useLingui()
  const { id, name } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: '/organisations', label: _('organisations.title') },
          { href: `/organisations/${id}`, label: name },
        ]}
      />
      <PageHeading title={_('organisations.reject')} lead={<bdi>{name}</bdi>} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <TextArea
          name="reason"
          label={_('organisations.reject.reason')}
          hint={_('organisations.reject.reason.hint')}
          rows={5}
          error={errors['reason']}
          defaultValue={typed('reason')}
        />
        <SubmitButton tone="danger">{_('organisations.reject')}</SubmitButton>
      </form>
    </main>
  )
}
