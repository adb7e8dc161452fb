import { useLingui } from '@lingui/react'

/** The way from the home page to the page above this one; the page's own title is its heading, not repeated here. */
export function Breadcrumb({ way }: { way: readonly { href: string; label: string }[] }) {
  const { _ } = useLingui()
  return (
    <nav className="breadcrumb-container" aria-label={_('shell.way')}>
      <ol className="breadcrumb" data-element="breadcrumb">
        <li>
          <a href="/">{_('shell.home')}</a>
        </li>
        {way.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>
              <bdi>{label}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
