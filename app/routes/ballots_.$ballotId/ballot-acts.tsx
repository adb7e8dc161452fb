import { useLingui } from '@lingui/react'
import { Confirm } from '#app/pieces/confirm.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { BallotShown } from '#server/ballots/contract.ts'
import { ballotLimits } from '#server/ballots/words.ts'

/** What the chair may do now. */
export function BallotActs({ id, may }: Pick<BallotShown, 'id' | 'may'>) {
  const { _ } = useLingui()
  if (!may.open && !may.close && !may.cancel) return null
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
    </section>
  )
}
