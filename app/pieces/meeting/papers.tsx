import { useLingui } from '@lingui/react'
import { languageName } from '#app/language-names.ts'
import { Icon } from '#app/pieces/icon.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { WrittenLink } from '#app/pieces/written-link.tsx'
import type { AgendaItemRead, PaperText } from '#server/meetings/contract.ts'

/** The papers of an item, each in all its languages, the reader's own open first. */
export function Papers({ papers }: Pick<AgendaItemRead, 'papers'>) {
  const { _ } = useLingui()
  if (papers.length === 0) return null
  return (
    <ul className="papers" aria-label={_('meetings.papers')}>
      {papers.map((paper) => (
        <li key={paper.id} id={`paper-${paper.id}`}>
          {paper.texts.map((text) => (
            <InOneLanguage key={text.language} paper={text} />
          ))}
        </li>
      ))}
    </ul>
  )
}

function InOneLanguage({ paper }: { paper: PaperText }) {
  const { i18n } = useLingui()
  const { language, title, text, link } = paper
  const named = (
    <>
      <UserWords text={title} language={language} />{' '}
      <span className="small muted">({languageName(language, i18n.locale)})</span>
    </>
  )
  const linked = link && (
    <p>
      <WrittenLink href={link} language={language} leftToRight>
        {link} <Icon name="external-link" small />
      </WrittenLink>
    </p>
  )
  if (!text)
    return (
      <div className="paper">
        <p>{named}</p>
        {linked}
      </div>
    )
  return (
    <details className="paper">
      <summary>{named}</summary>
      <UserText text={text} language={language} />
      {linked}
    </details>
  )
}
