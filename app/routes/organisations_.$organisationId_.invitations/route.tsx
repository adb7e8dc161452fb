import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { Done } from '#app/pieces/done.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { organisationRoles } from '#server/organisations/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const organisationId = params['organisationId'] ?? ''
  const listed = await context.platform.organisations
    .listInvitations({ organisationId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...listed, id: organisationId }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    await context.platform.organisations.inviteToOrganisation(fields)
    return redirect(`/organisations/${params['organisationId']}/invitations?done=invited`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

const said = { invited: 'organisations.done.invited', withdrawn: 'organisations.done.withdrawn' }

export default function Invitations() {
  const { _ } = useLingui()
  const { id, organisation, invitations } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: '/organisations', label: _('organisations.title') },
          { href: `/organisations/${id}`, label: organisation },
        ]}
      />
      <Done said={said} />
      <PageHeading title={_('organisations.invite')} lead={_('organisations.invite.lead')} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <TextField
          name="email"
          type="email"
          label={_('organisations.invite.email')}
          error={errors['email']}
          defaultValue={typed('email')}
        />
        <RadioGroup
          name="role"
          label={_('organisations.invite.role')}
          choices={organisationRoles.toReversed().map((role) => ({
            value: role,
            label: _(`organisations.role.${role}`),
            hint: _(`organisations.role.${role}.hint`),
          }))}
          chosen={typed('role') ?? 'member'}
          error={errors['role']}
        />
        <SubmitButton>{_('organisations.invite.send')}</SubmitButton>
      </form>
      <section className="band">
        <h2>{_('organisations.invitations')}</h2>
        {invitations.length === 0 && <p className="muted">{_('organisations.invitations.none')}</p>}
        <ul className="plain-list stack">
          {invitations.map((invitation) => (
            <li key={invitation.id} className="cluster">
              <div>
                <bdi>{invitation.email}</bdi>
                <p className="small muted">
                  {_(`organisations.role.${invitation.role}`)} · {_('organisations.invitation.until')}{' '}
                  <Moment at={invitation.expiresAt} as="short" />
                </p>
              </div>
              <form method="post" action={`/invitations/${invitation.id}/withdrawal`}>
                <SubmitButton tone="quiet" small>
                  {_('organisations.invitation.withdraw')}
                  <span className="visually-hidden"> {invitation.email}</span>
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}
