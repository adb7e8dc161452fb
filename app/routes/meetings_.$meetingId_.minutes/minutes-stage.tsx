import { useLingui } from '@lingui/react'
import { Confirm } from '#app/pieces/confirm.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import type { MinutesShown } from '#server/minutes/contract.ts'

/** What these minutes are now, what may still be done with them and until when. */
export function MinutesStage({ minutes }: { minutes: MinutesShown }) {
  const { _ } = useLingui()
  const { state, correctableUntil, may, content } = minutes
  if (state === 'approved') return null
  const waiting = content.corrections.filter(({ isAccepted }) => isAccepted === null).length
  return (
    <div className="minutes-stage stack">
      <Notice tone={state === 'correcting' ? 'warn' : 'info'} title={_(`minutes.stage.${state}`)}>
        {state === 'correcting' && correctableUntil && (
          <p>
            {_('minutes.stage.until')} <Moment at={correctableUntil} as="day-time" />.
          </p>
        )}
        <p>{_(`minutes.stage.${state}.text`)}</p>
        {may.settle && waiting > 0 && <p>{_('minutes.stage.unsettled', { corrections: waiting })}</p>}
      </Notice>
      {may.approveIn && (
        <Confirm
          action={`/meetings/${content.meeting.id}/minutes/approval`}
          open={_('minutes.approve')}
          question={_('minutes.approve.question', { number: may.approveIn.number })}
          confirm={_('minutes.approve')}
        >
          <input type="hidden" name="inMeetingId" value={may.approveIn.id} />
        </Confirm>
      )}
    </div>
  )
}
