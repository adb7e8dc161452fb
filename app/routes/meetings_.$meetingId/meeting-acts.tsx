import { useLingui } from '@lingui/react'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { Confirm } from '#app/pieces/confirm.tsx'
import type { MeetingShown } from '#server/meetings/contract.ts'

/** What the chair may do with the meeting now. */
export function MeetingActs({ meeting }: { meeting: MeetingShown }) {
  const { _ } = useLingui()
  const { id, agenda, may } = meeting
  if (!may.edit && !may.open && !may.close) return null
  const isRunning = agenda.some((item) => item.state === 'running')
  return (
    <section aria-labelledby="acts" className="chair-acts">
      <h2 id="acts">{_('meetings.acts')}</h2>
      <div className="cluster">
        {may.open && (
          <Confirm
            action={`/meetings/${id}/opening`}
            open={_('meetings.open')}
            question={_('meetings.open.question')}
            confirm={_('meetings.open')}
          />
        )}
        {may.close && (
          <Confirm
            action={`/meetings/${id}/closing`}
            open={_('meetings.close')}
            question={_('meetings.close.question')}
            confirm={_('meetings.close')}
          >
            {isRunning && (
              <RadioGroup
                name="running"
                label={_('meetings.close.running')}
                choices={(['close', 'carry'] as const).map((value) => ({
                  value,
                  label: _(`meetings.close.running.${value}`),
                }))}
                chosen="close"
              />
            )}
          </Confirm>
        )}
        {may.edit && (
          <>
            <a className="btn btn-outline-primary" href={`/meetings/${id}/edit`}>
              {_('meetings.edit')}
            </a>
            <a className="btn btn-outline-primary" href={`/meetings/${id}/cancellation`}>
              {_('meetings.cancel')}
            </a>
          </>
        )}
      </div>
    </section>
  )
}
