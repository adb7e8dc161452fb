import { useLingui } from '@lingui/react'
import { Confirm } from '#app/pieces/confirm.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { PollShown } from '#server/polls/contract.ts'
import { pollLimits } from '#server/polls/words.ts'

/** What an officer of the table may do now. */
export function PollActs({ poll: { id, may, tier, consultation, kind } }: { poll: PollShown }) {
  const { _ } = useLingui()
  const { takeRoll, ...acts } = may
  if (!Object.values(acts).some(Boolean) && takeRoll.length === 0) return null
  return (
    <section aria-labelledby="acts" className="stack band">
      <h2 id="acts">{_('polls.acts')}</h2>
      {may.confirmTier && (
        <Confirm
          action={`/polls/${id}/tier`}
          open={_('polls.confirm-tier')}
          question={_(`polls.tier.${tier}.promise`)}
          confirm={_('polls.confirm-tier')}
        />
      )}
      {takeRoll.map((unit) => (
        <p key={unit}>
          <a href={`/polls/${id}/roll/${unit}`}>{_('polls.roll')}</a> ({_(`polls.result.${unit}`)}).{' '}
          {_('polls.roll.text')}
        </p>
      ))}
      {may.open && (
        <Confirm
          action={`/polls/${id}/opening`}
          open={_('ballots.open')}
          question={_('ballots.open.question')}
          confirm={_('ballots.open')}
        />
      )}
      {may.close && (
        <Confirm
          action={`/polls/${id}/closing`}
          open={_('ballots.close')}
          question={_('ballots.close.question')}
          confirm={_('ballots.close')}
        />
      )}
      {may.cancel && (
        <Confirm
          action={`/polls/${id}/cancellation`}
          open={_('ballots.cancel')}
          question={_('polls.cancel.question')}
          confirm={_('ballots.cancel')}
        >
          <TextField
            name="reason"
            label={_('ballots.cancel.reason')}
            minLength={3}
            maxLength={pollLimits.cancelReason}
          />
        </Confirm>
      )}
      {may.correct && (
        <p>
          <a
            className="btn btn-outline-primary"
            href={`/consultations/${consultation.id}/polls/new?kind=${kind}&corrects=${id}`}
          >
            {_('polls.correct')}
          </a>
        </p>
      )}
      {may.recordOutcome && (
        <Confirm
          action={`/polls/${id}/outcome`}
          open={_('polls.record-outcome')}
          question={_('polls.record-outcome.question')}
          confirm={_('polls.record-outcome')}
        >
          <TextArea name="outcome" label={_('polls.outcome.text')} maxLength={pollLimits.outcome} />
          <TextField name="proofAddress" type="url" label={_('polls.outcome.proof')} />
        </Confirm>
      )}
    </section>
  )
}
