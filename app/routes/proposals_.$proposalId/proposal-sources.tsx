import { useLingui } from '@lingui/react'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import type { SourceShown } from '#server/proposals/contract.ts'

/** Whose needs the proposal stands on, each linked; those taken out, folded away with the reason. */
export function ProposalSources({ sources }: { sources: SourceShown[] }) {
  const { _ } = useLingui()
  const live = sources.filter(({ unlinkedAt }) => unlinkedAt === null)
  const removed = sources.filter(({ unlinkedAt }) => unlinkedAt !== null)
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{_('proposals.sources')}</h2>
      <p>{_('proposals.sources.lead', { n: live.length })}</p>
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
