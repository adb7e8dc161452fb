import { useLingui } from '@lingui/react'

/** The lists of answers that questions choose from. */
export function Lists({
  id,
  lists,
  mayChange,
}: {
  id: string
  lists: readonly { name: string; count: number }[]
  mayChange: boolean
}) {
  const { _ } = useLingui()
  return (
    <section aria-labelledby="lists" className="band">
      <h2 id="lists">{_('surveys.lists')}</h2>
      <ul>
        {lists.map(({ name, count }) => (
          <li key={name}>
            {mayChange ? (
              <a href={`/surveys/${id}/form/choices?list=${encodeURIComponent(name)}`}>
                <code>{name}</code>
              </a>
            ) : (
              <code>{name}</code>
            )}{' '}
            {_('surveys.lists.count', { count })}
          </li>
        ))}
      </ul>
    </section>
  )
}
