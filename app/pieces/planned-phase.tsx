import { useLingui } from '@lingui/react'
import type { DatedPhase } from '#server/consultations/contract.ts'
import { Moment } from './moment.tsx'
import { Notice } from './notice.tsx'

interface PlannedPhaseProps {
  consultationId: string
  /** The phase in which people expect what is begun here. */
  planned: DatedPhase | undefined
  today: string
}

/** Says so where something is begun on a day that the calendar, which everybody has read, keeps for something else. */
export function PlannedPhase({ consultationId, planned, today }: PlannedPhaseProps) {
  const { _ } = useLingui()
  if (!planned || (planned.startsOn <= today && today <= planned.endsOn)) return null
  return (
    <Notice tone="warn" title={_('consultations.apart')}>
      <p>
        {_(`shell.phase.${planned.phase}`)}: {_('shell.from')} <Moment at={planned.startsOn} as="short" />{' '}
        {_('shell.to')} <Moment at={planned.endsOn} as="short" />. {_('consultations.apart.still')}{' '}
        {today < planned.startsOn && (
          <a href={`/consultations/${consultationId}/phases`}>{_('consultations.phases.change')}</a>
        )}
      </p>
    </Notice>
  )
}
