import { useLingui } from '@lingui/react'
import { Icon } from '#app/pieces/icon.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import type { MinutesShown } from '#server/minutes/contract.ts'

interface MinutesSealProps {
  minutes: Pick<MinutesShown, 'content'>
  sha256: string
  origin: string
}

/** What proves that approved minutes are the ones that were approved. */
export function MinutesSeal({ minutes: { content }, sha256, origin }: MinutesSealProps) {
  const { _ } = useLingui()
  return (
    <section className="band brief-seal" aria-labelledby="seal">
      <h2 id="seal">{_('minutes.seal')}</h2>
      {content.approvedOn && (
        <p>
          {_('minutes.seal.approved')} <Moment at={content.approvedOn} />.
        </p>
      )}
      <p>{_('minutes.seal.text')}</p>
      <p>
        SHA-256{' '}
        <code className="brief-hash" dir="ltr">
          {sha256}
        </code>
      </p>
      <p>
        <a href={`${origin}/meetings/${content.meeting.id}/minutes.json`}>
          <Icon name="download" small /> {_('minutes.machine-readable')}
        </a>
      </p>
    </section>
  )
}
