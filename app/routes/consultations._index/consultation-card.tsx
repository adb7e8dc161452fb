import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Card } from '#app/pieces/card.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { ConsultationListed } from '#server/consultations/contract.ts'

type Listed = Omit<ConsultationListed, 'closedAt'> & { closedAt: Date | string | null }

export function ConsultationCard({ consultation }: { consultation: Listed }) {
  const { _ } = useLingui()
  const { id, title, summary, territory, phase, phaseEndsOn, beginsOn, closedAt, visibility } = consultation
  return (
    <Card
      level={2}
      above={territory ?? _('tables.interregional')}
      title={<UserWords text={title.text} language={title.language} />}
      href={`/consultations/${id}`}
      badges={
        <>
          {closedAt !== null && <Badge>{_('consultations.closed')}</Badge>}
          {closedAt === null && phase && <Badge tone="now">{_(`shell.phase.${phase}`)}</Badge>}
          {visibility === 'members' && <Badge icon="locked">{_('consultations.members-only')}</Badge>}
        </>
      }
      foot={
        <>
          {beginsOn && (
            <>
              {_('consultations.begins')} <Moment at={beginsOn} as="short" />
            </>
          )}
          {!beginsOn && closedAt === null && phaseEndsOn && (
            <>
              {_('consultations.phase-until')} <Moment at={phaseEndsOn} as="short" />
            </>
          )}
        </>
      }
    >
      <UserWords text={summary.text} language={summary.language} />
    </Card>
  )
}
