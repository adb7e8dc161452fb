import { useLingui } from '@lingui/react'
import { Moment } from '#app/pieces/moment.tsx'
import type { Publication } from '#server/audit/contract.ts'

/** Heads that were told outside the database, so that a reader can compare them with what is kept elsewhere. */
export function Publications({ publications }: { publications: readonly Publication[] }) {
  const { _ } = useLingui()
  return (
    <section className="band" aria-labelledby="published">
      <h2 id="published">{_('audit.published')}</h2>
      <p>{_('audit.published.text')}</p>
      {publications.length > 0 && (
        <ul>
          {publications.map(({ seq, hash, publishedAt }) => (
            <li key={seq}>
              {_('audit.number', { seq })}. {_('audit.published.on')} <Moment at={publishedAt} />
              <br />
              <span className="ballot-hash" dir="ltr">
                {hash}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
