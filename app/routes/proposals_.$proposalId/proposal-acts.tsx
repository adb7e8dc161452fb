import { useLingui } from '@lingui/react'
import { Confirm } from '#app/pieces/confirm.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { ProposalShown } from '#server/proposals/contract.ts'
import { proposalLimits } from '#server/proposals/words.ts'

/** What the chair and the secretary may do now; nothing for anybody else. */
export function ProposalActs({ proposal: { id, may } }: { proposal: Pick<ProposalShown, 'id' | 'may'> }) {
  const { _ } = useLingui()
  if (!Object.values(may).some(Boolean)) return null
  return (
    <section aria-labelledby="acts" className="stack">
      <h2 id="acts">{_('proposals.acts')}</h2>
      {may.publish && (
        <form method="post" action={`/proposals/${id}/publication`}>
          <SubmitButton>{_('proposals.publish')}</SubmitButton>
        </form>
      )}
      {may.callBallot && (
        <a className="btn btn-primary" href={`/proposals/${id}/ballots/new`}>
          {_('ballots.call')}
        </a>
      )}
      {may.revise && (
        <a className="btn btn-outline-primary" href={`/proposals/${id}/edit`}>
          {_('proposals.revise')}
        </a>
      )}
      {may.changeSources && (
        <a className="btn btn-outline-primary" href={`/proposals/${id}/sources`}>
          {_('proposals.change-sources')}
        </a>
      )}
      {may.withdraw && (
        <Confirm
          action={`/proposals/${id}/withdrawal`}
          open={_('proposals.withdraw')}
          question={_('proposals.withdraw.question')}
          confirm={_('proposals.withdraw')}
        >
          <TextField
            name="reason"
            label={_('proposals.reason')}
            hint={_('proposals.reason.hint')}
            minLength={3}
            maxLength={proposalLimits.reason}
          />
        </Confirm>
      )}
    </section>
  )
}
