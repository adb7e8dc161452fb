import { useLingui } from '@lingui/react'
import { CheckboxGroup } from '#app/pieces/choices.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import type { TextRead, ThemeRead } from '#server/releases/contract.ts'

interface OneTextProps {
  text: TextRead
  question: string
  themes: ThemeRead[]
  page: string
  here: string
}

/** A text and what one may do with it: group it, quote it where its author agreed, make a need or a statement of it. */
export function OneText({ text, question, themes, page, here }: OneTextProps) {
  const { _ } = useLingui()
  const { responseId, isQuotable, isQuoted } = text
  const which = (
    <>
      <input type="hidden" name="responseId" value={responseId} />
      <input type="hidden" name="question" value={question} />
    </>
  )
  const source = `response=${responseId}&question=${encodeURIComponent(question)}`
  return (
    <li className="card stack">
      <UserText text={text.text} language={text.language} />
      {themes.length > 0 && (
        <form method="post" action={`${page}/grouping?${here}`}>
          {which}
          <CheckboxGroup
            name="themeId"
            id={`themes-${responseId}`}
            label={_('releases.themes')}
            choices={themes.map(({ id, title }) => ({ value: id, label: <bdi>{title}</bdi> }))}
            chosen={text.themes}
          />
          <button className="btn btn-outline-primary btn-sm">{_('releases.themes.keep')}</button>
        </form>
      )}
      <div className="cluster">
        {isQuotable && !isQuoted && (
          <form method="post" action={`${page}/quotations?${here}`}>
            {which}
            <button className="btn btn-outline-primary btn-sm">{_('releases.quote')}</button>
          </form>
        )}
        <span className="small muted">
          {_(isQuoted ? 'releases.quoted' : isQuotable ? 'releases.quotable' : 'releases.not-quotable')}
        </span>
        <a href={`${page}/need?${source}`}>{_('releases.to-need')}</a>
        <a href={`${page}/statement?${source}`}>{_('releases.to-statement')}</a>
      </div>
    </li>
  )
}
