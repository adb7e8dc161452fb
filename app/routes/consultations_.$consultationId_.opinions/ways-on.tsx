import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import type { OpinionsShown } from '#server/opinions/contract.ts'

const tones = { waiting: 'blue', approved: 'good', rejected: 'quiet' } as const

/** What else one can do here: see one's answers, write, look at the results, moderate; and what became of what one wrote. */
export function WaysOn({ shown }: { shown: OpinionsShown }) {
  const { _ } = useLingui()
  const { consultation, answered, waiting, may, mine } = shown
  const { id } = consultation
  const ways = [
    answered > 0 && { href: `/consultations/${id}/opinions/mine`, label: _('opinions.mine') },
    may.write && { href: `/consultations/${id}/statements/new`, label: _('opinions.write') },
    may.seeResults && { href: `/consultations/${id}/opinions/results`, label: _('opinions.results') },
    may.moderate && {
      href: `/consultations/${id}/statements`,
      label: waiting > 0 ? _('opinions.moderate.waiting', { n: waiting }) : _('opinions.moderate'),
    },
  ].filter((way) => way !== false)
  return (
    <section className="band stack" aria-labelledby="ways-on">
      <h2 id="ways-on">{_('opinions.ways-on')}</h2>
      {!may.seeResults && <p className="muted">{_('opinions.results.later')}</p>}
      <ul className="plain-list cluster">
        {ways.map(({ href, label }) => (
          <li key={href}>
            <a className="btn btn-outline-primary" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      {mine.length > 0 && (
        <>
          <h3>{_('opinions.written-by-me')}</h3>
          <ul className="plain-list stack">
            {mine.map(({ text, language, state, reason }) => (
              <li key={text} className="card">
                <p>
                  <UserWords text={text} language={language} />
                </p>
                <p>
                  <Badge tone={tones[state]}>{_(`opinions.state.${state}`)}</Badge>
                </p>
                {reason && <UserText text={reason} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
