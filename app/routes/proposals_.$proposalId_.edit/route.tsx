import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sentDraftCookie } from '#app/editor/draft.ts'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { ProposalFields } from '#app/pieces/proposal-fields.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { proposalDraftKey } from '#app/proposal-draft.ts'
import { refusedForm, refusedPage } from '#app/refused.ts'
import type { RouteHandle } from '#app/route-handle.ts'
import { useRefused } from '#app/use-refused.ts'
import { proposalLimits } from '#server/proposals/words.ts'

export const handle: RouteHandle = { hydrate: true, words: ['proposals', 'editor'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const proposal = await context.platform.proposals
    .showProposal(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (!proposal.may.revise) throw redirect(`/proposals/${proposal.id}`)
  const draftKey = proposalDraftKey(context.platform.actor, `${proposal.id}-${proposal.currentVersion}`)
  return { proposal, clientId: crypto.randomUUID(), draftKey }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { proposalId } = await context.platform.proposals.reviseProposal(fields)
    const draftKey = proposalDraftKey(
      context.platform.actor,
      `${proposalId}-${Number(fields['expectedVersion'])}`,
    )
    return redirect(`/proposals/${proposalId}?done=revised`, {
      status: 303,
      headers: { 'Set-Cookie': sentDraftCookie(draftKey) },
    })
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function EditProposal() {
  const { _ } = useLingui()
  const { proposal, clientId, draftKey } = useLoaderData<typeof loader>()
  const { id, currentVersion } = proposal
  const refused = useRefused(useActionData())
  const began = Number(refused.typed('expectedVersion') ?? currentVersion)
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/proposals/${id}`, label: proposal.title }]} />
      <PageHeading
        title={_('proposals.revise')}
        lead={_('proposals.revise.lead', { next: currentVersion + 1 })}
      />
      <ErrorSummary errors={refused.errors} message={refused.message} />
      {began < currentVersion && (
        <Notice tone="warn">
          {_('proposals.changed-meanwhile', { current: currentVersion })}{' '}
          <a href={`/proposals/${id}/versions?from=${began}&to=${currentVersion}`}>
            {_('proposals.compare')}
          </a>
        </Notice>
      )}
      <form method="post" className="form">
        <input type="hidden" name="expectedVersion" value={currentVersion} />
        <input type="hidden" name="clientId" value={clientId} />
        <ProposalFields refused={refused} written={proposal} draftKey={draftKey} />
        <TextField
          name="note"
          label={_('proposals.note')}
          hint={_('proposals.note.hint')}
          maxLength={proposalLimits.note}
          defaultValue={refused.typed('note')}
          error={refused.errors['note']}
        />
        <SubmitButton>{_('proposals.save-version')}</SubmitButton>
      </form>
    </main>
  )
}
