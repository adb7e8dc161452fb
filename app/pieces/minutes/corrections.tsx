import { useLingui } from '@lingui/react'
import type { Correction } from '#server/minutes/contract.ts'
import { Badge } from '../badge.tsx'
import { Moment } from '../moment.tsx'
import { UserText } from '../user-text.tsx'

interface CorrectionsProps {
  corrections: readonly Correction[]
  maySettle: boolean
}

/** What seats said is wrong in a passage, each with both wordings and the chair's answer. */
export function Corrections({ corrections, maySettle }: CorrectionsProps) {
  const { _ } = useLingui()
  if (corrections.length === 0) return null
  return (
    <div className="minutes-corrections">
      <h3>{_('minutes.corrections')}</h3>
      {corrections.map((correction) => (
        <article key={correction.id} id={`c-${correction.id}`} className="minutes-correction">
          <CorrectionRead correction={correction} />
          {maySettle && correction.isAccepted === null && (
            <p className="no-print">
              <a href={`/corrections/${correction.id}`}>{_('minutes.settle')}</a>
            </p>
          )}
        </article>
      ))}
    </div>
  )
}

export function CorrectionRead({ correction }: { correction: Correction }) {
  const { _ } = useLingui()
  const { organisation, says, shouldSay, language, askedAt, isAccepted, reason } = correction
  return (
    <>
      <p className="cluster">
        <bdi>{organisation}</bdi> <Moment at={askedAt} />
        {isAccepted === null ? (
          <Badge tone="warn">{_('minutes.correction.waiting')}</Badge>
        ) : isAccepted ? (
          <Badge tone="good">{_('minutes.correction.accepted')}</Badge>
        ) : (
          <Badge>{_('minutes.correction.declined')}</Badge>
        )}
      </p>
      <dl className="minutes-facts">
        <div>
          <dt>{_('minutes.correction.says')}</dt>
          <dd>
            <UserText text={says} language={language} />
          </dd>
        </div>
        <div>
          <dt>{_('minutes.correction.should-say')}</dt>
          <dd>
            <UserText text={shouldSay} language={language} />
          </dd>
        </div>
        {reason && (
          <div>
            <dt>{_('minutes.correction.reason')}</dt>
            <dd>
              <UserText text={reason.text} language={reason.language} />
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}
