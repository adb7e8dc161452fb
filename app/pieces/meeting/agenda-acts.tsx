import { useLingui } from '@lingui/react'
import { ActForm } from '#app/live/act-form.tsx'
import type { AgendaItem } from '#server/meetings/contract.ts'
import { EndingFields } from './ending-fields.tsx'

interface AgendaActsProps {
  meetingId: string
  item: AgendaItem
}

/** What the chair may do with an item while the meeting is open. */
export function AgendaActs({ meetingId, item }: AgendaActsProps) {
  const { _ } = useLingui()
  if (item.state === 'closed' || item.state === 'carried') return null
  const here = `/meetings/${meetingId}/items/${item.id}`
  const address = { meetingId, itemId: item.id }
  if (item.state === 'waiting')
    return (
      <ActForm
        act="meetings/start-item"
        action={`${here}/start`}
        address={address}
        {...quiet}
        button={_('agenda.start')}
      />
    )
  const isPaused = item.runningSince === null
  return (
    <div className="agenda-acts">
      <ActForm
        act={isPaused ? 'meetings/resume-item' : 'meetings/pause-item'}
        action={isPaused ? `${here}/resumption` : `${here}/pause`}
        address={address}
        {...quiet}
        button={_(isPaused ? 'agenda.resume' : 'agenda.pause')}
      />
      <ActForm
        act="meetings/carry-item"
        action={`${here}/postponement`}
        address={address}
        {...quiet}
        button={_('agenda.carry')}
      />
      <details>
        <summary className="btn btn-primary btn-small">{_('agenda.close')}</summary>
        <ActForm
          act="meetings/close-item"
          action={`${here}/closing`}
          address={address}
          once
          small
          className="form"
          button={_('agenda.close')}
        >
          {(errors) => <EndingFields errors={errors} />}
        </ActForm>
      </details>
    </div>
  )
}

const quiet = { tone: 'quiet', small: true } as const
