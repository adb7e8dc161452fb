import { useLingui } from '@lingui/react'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import type { ProposalShown, SourceShown } from '#server/proposals/contract.ts'

/** Where the proposal comes from: a motion in a meeting, and needs, each linked; those taken out, folded away with the reason. */
export function ProposalSources({ sources, motion }: Pick<ProposalShown, 'sources' | 'motion'>) {
  const { _ } = useLingui()
  const live = sources.filter(({ unlinkedAt }) => unlinkedAt === null)
  const removed = sources.filter(({ unlinkedAt }) => unlinkedAt !== null)
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{_('proposals.sources')}</h2>
      {motion && (
        <p>
          {_('proposals.source.motion', { number: motion.number })} <bdi>{motion.organisation}</bdi> ·{' '}
          <a href={`/meetings/${motion.meetingId}/minutes`}>
            {_('proposals.source.meeting', { number: motion.meetingNumber })}
          </a>
        </p>
      )}
      {(live.length > 0 || !motion) && <p>{_('proposals.sources.lead', { n: live.length })}</p>}
      <ul>
        {live.map((source) => (
          <li key={source.needId}>
            <Source source={source} />
          </li>
        ))}
      </ul>
      {removed.length > 0 && (
        <details>
          <summary>{_('proposals.sources.removed', { n: removed.length })}</summary>
          <ul>
            {removed.map((source) => (
              <li key={`${source.needId} ${String(source.unlinkedAt)}`}>
                <Source source={source} />
                {source.unlinkReason && <UserText text={source.unlinkReason} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Source({ source }: { source: SourceShown }) {
  const { _ } = useLingui()
  return (
    <>
      <a href={`/needs/${source.needId}`}>
        {source.title === null ? (
          _('proposals.source.gone')
        ) : (
          <UserWords text={source.title} language={source.language} />
        )}
      </a>
      {source.organisation && (
        <span className="muted">
          {' '}
          · <bdi>{source.organisation}</bdi>
        </span>
      )}
    </>
  )
}
