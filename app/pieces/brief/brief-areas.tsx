import { useLingui } from '@lingui/react'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { BriefContent } from '#server/briefs/contract.ts'

/** The needs by area, in people's own words, each leading to its source. */
export function BriefAreas({ areas, origin }: { areas: BriefContent['areas']; origin: string }) {
  const { _ } = useLingui()
  return (
    <section className="band" aria-labelledby="needs">
      <h2 id="needs">{_('briefs.needs')}</h2>
      {areas.map(({ area, needs, quotations }) => (
        <section key={area} aria-labelledby={`area-${area}`}>
          <h3 id={`area-${area}`}>
            {_(`needs.area.${area}`)} <span className="muted">({needs})</span>
          </h3>
          {needs > quotations.length && quotations.length > 0 && (
            <p className="small muted">{_('briefs.some', { shown: quotations.length, all: needs })}</p>
          )}
          {quotations.map((quotation) => (
            <figure key={quotation.needId} className="brief-quotation">
              <blockquote lang={quotation.language} dir="auto">
                <p>{quotation.excerpt}</p>
              </blockquote>
              <figcaption className="small">
                <a href={`${origin}/needs/${quotation.needId}`}>
                  <UserWords text={quotation.title} language={quotation.language} />
                </a>
                {' · '}
                {quotation.organisation ? <bdi>{quotation.organisation}</bdi> : _('briefs.a-person')}
                {' · '}
                {quotation.territory}
              </figcaption>
            </figure>
          ))}
        </section>
      ))}
    </section>
  )
}
