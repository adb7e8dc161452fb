import { useLingui } from '@lingui/react'
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pickNeeds } from '#app/need-pick.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { NeedPicker } from '#app/pieces/need-picker.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { platform } = context
  try {
    const proposal = await platform.proposals.showProposal(params)
    if (!proposal.may.changeSources) throw redirect(`/proposals/${proposal.id}`)
    const linked = new Set(proposal.sources.flatMap((each) => (each.unlinkedAt ? [] : [each.needId])))
    const pick = await pickNeeds(request, platform, proposal.consultation.id)
    return {
      proposal: { id: proposal.id, title: proposal.title, consultationId: proposal.consultation.id },
      pick: { ...pick, needs: pick.needs.filter(({ id }) => !linked.has(id)) },
    }
  } catch (thrown) {
    return refusedPage(thrown, request)
  }
}

export default function NewSources() {
  const { _ } = useLingui()
  const { proposal, pick } = useLoaderData<typeof loader>()
  const isReady = pick.isWriting && pick.picked.length > 0
  const missed = pick.isWriting && !isReady ? _('refusal.choose-needs') : undefined
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/proposals/${proposal.id}`, label: proposal.title },
          { href: `/proposals/${proposal.id}/sources`, label: _('proposals.change-sources') },
        ]}
      />
      <PageHeading title={_('proposals.add-sources')} />
      <ErrorSummary errors={{ need: missed }} />
      {isReady ? (
        <form method="post" action={`/proposals/${proposal.id}/sources`} className="form">
          <p>{_('proposals.add-sources.question', { n: pick.picked.length })}</p>
          {pick.picked.map((id) => (
            <input key={id} type="hidden" name="needIds" value={id} />
          ))}
          <SubmitButton>{_('proposals.add-sources')}</SubmitButton>
        </form>
      ) : (
        <NeedPicker
          consultationId={proposal.consultationId}
          {...pick}
          go={_('proposals.pick.add')}
          error={missed}
        />
      )}
    </main>
  )
}
