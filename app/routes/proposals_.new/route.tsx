import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sentDraftCookie } from '#app/editor/draft.ts'
import { formFields } from '#app/form-fields.ts'
import { pickNeeds } from '#app/need-pick.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { NeedPicker } from '#app/pieces/need-picker.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { ProposalFields } from '#app/pieces/proposal-fields.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { proposalDraftKey } from '#app/proposal-draft.ts'
import { refusedForm, refusedPage } from '#app/refused.ts'
import type { RouteHandle } from '#app/route-handle.ts'
import { useRefused } from '#app/use-refused.ts'

export const handle: RouteHandle = { hydrate: true, words: ['proposals', 'editor', 'needs'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { platform } = context
  const consultationId = new URL(request.url).searchParams.get('consultation') ?? ''
  try {
    const { mayDraft } = await platform.proposals.listProposals({ consultationId })
    if (!mayDraft) throw Response.json({ reason: 'only-for-chair-or-secretary' }, { status: 403 })
    return {
      ...(await pickNeeds(request, platform, consultationId)),
      consultationId,
      clientId: crypto.randomUUID(),
      draftKey: proposalDraftKey(platform.actor, consultationId),
    }
  } catch (thrown) {
    return refusedPage(thrown, request)
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await formFields(request)
  try {
    const { proposalId, consultationId } = await context.platform.proposals.draftProposal(fields)
    const sent = sentDraftCookie(proposalDraftKey(context.platform.actor, consultationId))
    return redirect(`/proposals/${proposalId}?done=drafted`, { status: 303, headers: { 'Set-Cookie': sent } })
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function NewProposal() {
  const { _ } = useLingui()
  const { consultationId, consultation, clientId, draftKey, ...pick } = useLoaderData<typeof loader>()
  const refused = useRefused(useActionData())
  const needIds = refused.typedList('needIds') ?? pick.picked
  const isWriting = pick.isWriting && needIds.length > 0
  const missed = pick.isWriting && needIds.length === 0 ? _('refusal.choose-needs') : undefined
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/consultations/${consultationId}`, label: consultation?.text ?? '' }]} />
      <PageHeading
        title={_(isWriting ? 'proposals.new.write' : 'proposals.new')}
        above={_('proposals.step', { step: isWriting ? 2 : 1 })}
        lead={_(isWriting ? 'proposals.new.write.lead' : 'proposals.new.lead')}
      />
      {isWriting ? (
        <>
          <ErrorSummary errors={refused.errors} message={refused.message} />
          <p id="needIds">
            {_('proposals.from-needs', { n: needIds.length })}.{' '}
            <a href={`/proposals/new?${chosen(consultationId, needIds)}`}>{_('proposals.pick.change')}</a>
          </p>
          <form method="post" className="form">
            <input type="hidden" name="consultationId" value={consultationId} />
            <input type="hidden" name="clientId" value={refused.typed('clientId') ?? clientId} />
            {needIds.map((id) => (
              <input key={id} type="hidden" name="needIds" value={id} />
            ))}
            <ProposalFields refused={refused} draftKey={draftKey} />
            <SubmitButton>{_('proposals.draft')}</SubmitButton>
          </form>
        </>
      ) : (
        <>
          <ErrorSummary errors={{ need: missed }} />
          <NeedPicker
            consultationId={consultationId}
            {...pick}
            go={_('proposals.pick.write')}
            error={missed}
          />
        </>
      )}
    </main>
  )
}

function chosen(consultationId: string, needIds: readonly string[]): string {
  const search = new URLSearchParams({ consultation: consultationId })
  for (const id of needIds) search.append('need', id)
  return search.toString()
}
