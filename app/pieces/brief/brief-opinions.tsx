import { useLingui } from '@lingui/react'
import { UserWords } from '#app/pieces/user-text.tsx'
import type { BriefContent } from '#server/briefs/contract.ts'

/** What every group of opinion accepts, and what divides them, each with how many answered it. */
export function BriefOpinions({ opinions }: { opinions: NonNullable<BriefContent['opinions']> }) {
  const { _ } = useLingui()
  const { participants, grouped, groups, bridges, divides } = opinions
  return (
    <section className="band" aria-labelledby="opinions">
      <h2 id="opinions">{_('briefs.opinions')}</h2>
      <p>
        {_('briefs.opinions.lead', {
          n: participants,
          groups: groups.map(({ letter, size }) => `${letter}: ${size}`).join(', '),
        })}{' '}
        {_('opinions.base', { grouped, participants })}
      </p>
      {[
        { name: 'bridges', statements: bridges },
        { name: 'divides', statements: divides },
      ].map(
        ({ name, statements }) =>
          statements.length > 0 && (
            <div key={name}>
              <h3>{_(`opinions.${name}`)}</h3>
              <ul>
                {statements.map(({ id, text, language, answered, groups }) => (
                  <li key={id}>
                    <UserWords text={text} language={language} />{' '}
                    <span className="muted">
                      {_('opinions.answered-of', { n: answered, of: grouped })}{' '}
                      {groups
                        .map(({ letter, agree, most }) =>
                          agree === undefined
                            ? _('briefs.opinions.group.most', { letter, most: _(`opinions.most.${most}`) })
                            : _('briefs.opinions.group', { letter, n: agree }),
                        )
                        .join(', ')}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </section>
  )
}
