import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { organisations, actor } = context.platform
  const invitation = await organisations
    .showInvitation({ token: params['token'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { invitation, isGuest: actor.kind === 'guest', path: new URL(request.url).pathname }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { organisationId } = await context.platform.organisations.acceptInvitation(fields)
    return redirect(`/organisations/${organisationId}?done=joined`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Invitation() {
  const { _ } = useLingui()
  const { invitation, isGuest, path } = useLoaderData<typeof loader>()
  const { message } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <PageHeading
        above={_('organisations.invitation')}
        title={invitation.organisation}
        lead={_(`organisations.role.${invitation.role}.hint`)}
      />
      {message && (
        <Notice tone="bad" spoken>
          {message}
        </Notice>
      )}
      {isGuest && (
        <>
          <Notice>{_('organisations.invitation.sign-in')}</Notice>
          <p>
            <a className="btn btn-primary" href={`/sign-in?back=${encodeURIComponent(path)}`}>
              {_('shell.sign-in')}
            </a>
          </p>
        </>
      )}
      {!isGuest && !invitation.isMine && <Notice tone="warn">{_('refusal.invitation-for-another')}</Notice>}
      {invitation.isMine && (
        <form method="post" className="form">
          <SubmitButton>{_('organisations.invitation.accept')}</SubmitButton>
        </form>
      )}
      <p className="small muted">
        {_('organisations.invitation.until')} <Moment at={invitation.expiresAt} />
      </p>
    </main>
  )
}
