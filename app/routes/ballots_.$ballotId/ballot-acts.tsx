import { useLingui } from '@lingui/react'
import { Confirm } from '#app/pieces/confirm.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { BallotShown } from '#server/ballots/contract.ts'
import { ballotLimits } from '#server/ballots/words.ts'

/** What the chair may do now. */
export function BallotActs({ id, proposal, may }: Pick<BallotShown, 'id' | 'proposal' | 'may'>) {
  const { _ } = useLingui()
  if (!Object.values(may).some(Boolean)) return null
  return (
    <section aria-labelledby="acts" className="stack band">
      <h2 id="acts">{_('ballots.acts')}</h2>
      {may.open && (
        <Confirm
          action={`/ballots/${id}/opening`}
          open={_('ballots.open')}
          question={_('ballots.open.question')}
          confirm={_('ballots.open')}
        />
      )}
      {may.close && (
        <Confirm
          action={`/ballots/${id}/closing`}
          open={_('ballots.close')}
          question={_('ballots.close.question')}
          confirm={_('ballots.close')}
        />
      )}
      {may.cancel && (
        <Confirm
          action={`/ballots/${id}/cancellation`}
          open={_('ballots.cancel')}
          question={_('ballots.cancel.question')}
          confirm={_('ballots.cancel')}
        >
          <TextField
            name="reason"
            label={_('ballots.cancel.reason')}
            minLength={3}
            maxLength={ballotLimits.cancelReason}
          />
        </Confirm>
      )}
      {may.correct && (
        <p>
          <a
            className="btn btn-outline-primary"
            href={`/proposals/${proposal.id}/ballots/new?corrects=${id}`}
          >
            {_('polls.correct')}
          </a>
        </p>
      )}
    </section>
  )
}
