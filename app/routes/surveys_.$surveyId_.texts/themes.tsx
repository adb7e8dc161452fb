import { useLingui } from '@lingui/react'
import { TextField } from '#app/pieces/text-field.tsx'
import type { TextsRead } from '#server/releases/contract.ts'
import { releaseLimits } from '#server/releases/words.ts'

interface ThemesProps {
  read: Pick<TextsRead, 'themes' | 'question' | 'fewestShown'>
  page: string
  here: string
}

/** What the texts speak of: a theme is told once enough of them stand in it. */
export function Themes({ read: { themes, question, fewestShown }, page, here }: ThemesProps) {
  const { _ } = useLingui()
  return (
    <section className="band stack" aria-labelledby="themes">
      <h3 id="themes">{_('releases.themes')}</h3>
      <p>{_('releases.themes.rule', { n: fewestShown })}</p>
      <ul className="plain-list stack">
        {themes.map(({ id, title, responses }) => (
          <li key={id} className="cluster">
            <bdi>{title}</bdi>
            <span className="muted">{_('releases.themes.so-far', { n: responses })}</span>
            <form method="post" action={`${page}/themes/removal?${here}`}>
              <input type="hidden" name="themeId" value={id} />
              <button
                className="btn btn-outline-primary btn-sm"
                aria-label={_('releases.themes.remove.named', { title })}
              >
                {_('releases.themes.remove')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={`${page}/themes?${here}`} className="form">
        <input type="hidden" name="question" value={question?.question ?? ''} />
        <TextField
          name="title"
          label={_('releases.themes.new')}
          minLength={3}
          maxLength={releaseLimits.theme}
        />
        <button className="btn btn-outline-primary">{_('releases.themes.add')}</button>
      </form>
    </section>
  )
}
