import { useLingui } from '@lingui/react'

/** The parts of a long page, to go straight to one. Each part has its id. */
export function Contents({ parts }: { parts: readonly { id: string; title: string }[] }) {
  const { _ } = useLingui()
  return (
    <nav className="contents" aria-labelledby="contents">
      <h2 id="contents">{_('shell.contents')}</h2>
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
