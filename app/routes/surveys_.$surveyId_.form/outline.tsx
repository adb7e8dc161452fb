import { useLingui } from '@lingui/react'
import { Badge } from '#app/pieces/badge.tsx'
import { codeOf, type OutlineLine } from '#app/pieces/composing/outline.ts'
import { EmptyState } from '#app/pieces/empty-state.tsx'

const depths = [
  'survey-line',
  'survey-line survey-depth-1',
  'survey-line survey-depth-2',
  'survey-line survey-depth-3',
  'survey-line survey-depth-4',
]

/** Every question in its place, with the ways to change it. */
export function Outline({
  id,
  version,
  lines,
  mayChange,
}: {
  id: string
  version: number
  lines: readonly OutlineLine[]
  mayChange: boolean
}) {
  const { _ } = useLingui()
  if (lines.length === 0) return <EmptyState title={_('surveys.empty')} />
  return (
    <form method="post" action={`/surveys/${id}/form/place`}>
      <input type="hidden" name="version" value={version} />
      <ol className="plain-list survey-outline">
        {lines.map(
          ({ path, depth, type, isGroup, isUnasked, said, language, list, isRequired, relevant, ways }) => (
            <li key={path} className={depths[Math.min(depth, 4)]}>
              <div className="survey-line-words">
                <p className={isGroup ? 'h6' : undefined} lang={codeOf(language)} dir="auto">
                  {said || <code>{path}</code>}
                </p>
                <p className="cluster field-hint">
                  <span>{isUnasked ? type : _(`surveys.type.${type}`)}</span>
                  <code>{path}</code>
                  {list && (
                    <a href={`/surveys/${id}/form/choices?list=${encodeURIComponent(list)}`}>
                      {_('surveys.list', { list })}
                    </a>
                  )}
                  {isRequired && <Badge>{_('surveys.required')}</Badge>}
                  {relevant && (
                    <span>
                      {_('surveys.if')} <code dir="ltr">{relevant}</code>
                    </span>
                  )}
                </p>
              </div>
              {mayChange && (
                <div className="cluster survey-line-acts">
                  {!isUnasked && (
                    <a
                      href={`/surveys/${id}/form/item?path=${encodeURIComponent(path)}`}
                      aria-label={_('surveys.change.of', { said: said || path })}
                    >
                      {_('surveys.change')}
                    </a>
                  )}
                  {isGroup && (
                    <a
                      href={`/surveys/${id}/form/item?into=${encodeURIComponent(path)}`}
                      aria-label={_('surveys.add-inside.of', { said: said || path })}
                    >
                      {_('surveys.add-inside')}
                    </a>
                  )}
                  {ways.map((way) => (
                    <button
                      key={way}
                      name="move"
                      value={`${way} ${path}`}
                      className="btn btn-outline-primary btn-small"
                      aria-label={_(`surveys.move.${way}.of`, { said: said || path })}
                    >
                      {_(`surveys.move.${way}`)}
                    </button>
                  ))}
                  <a
                    href={`/surveys/${id}/form/removal?path=${encodeURIComponent(path)}`}
                    aria-label={_('surveys.remove.of', { said: said || path })}
                  >
                    {_('surveys.remove')}
                  </a>
                </div>
              )}
            </li>
          ),
        )}
      </ol>
    </form>
  )
}
