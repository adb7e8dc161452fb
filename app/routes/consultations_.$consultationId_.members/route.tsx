import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Confirm } from '#app/pieces/confirm.tsx'
import { Done } from '#app/pieces/done.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const consultationId = params['consultationId'] ?? ''
  const shown = await context.platform.consultations
    .listMembers({ consultationId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...shown, id: consultationId }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    await context.platform.consultations.admitMember(fields)
    return redirect(`/consultations/${params['consultationId']}/members?done=admitted`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

const said = { admitted: 'consultations.done.admitted', removed: 'consultations.done.removed' }

export default function Members() {
  const { _ } = useLingui()
  const { id, title, admitted, others } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: '/consultations', label: _('consultations.title') },
          { href: `/consultations/${id}`, label: title.text },
        ]}
      />
      <Done said={said} />
      <PageHeading title={_('consultations.members')} lead={_('consultations.members.lead')} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <TextField
          name="email"
          type="email"
          label={_('consultations.members.email')}
          error={errors['email']}
          defaultValue={typed('email')}
        />
        <SubmitButton>{_('consultations.members.admit')}</SubmitButton>
      </form>
      <section className="band">
        <h2>{_('consultations.members.admitted')}</h2>
        {admitted.length === 0 && <p className="muted">{_('consultations.members.none')}</p>}
        <ul className="plain-list stack">
          {admitted.map((person) => (
            <li key={person.personId} className="cluster">
              <div>
                <bdi>{person.name}</bdi>
                <p className="small muted">
                  {_('tables.since')} <Moment at={person.addedAt} as="short" />
                </p>
              </div>
              <Confirm
                action={`/consultations/${id}/members/removal`}
                open={_('consultations.members.remove')}
                question={_('consultations.members.remove.question', { name: person.name })}
                confirm={_('consultations.members.remove')}
              >
                <input type="hidden" name="personId" value={person.personId} />
              </Confirm>
            </li>
          ))}
        </ul>
      </section>
      <section className="band">
        <h2>{_('consultations.members.others')}</h2>
        <p className="small muted">{_('consultations.members.others.text')}</p>
        <ul>
          {others.map((person) => (
            <li key={person.personId}>
              <bdi>{person.name || _('tables.person.new')}</bdi>
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}
