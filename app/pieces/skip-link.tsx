import { useLingui } from '@lingui/react'

/** The first thing on every page; the page's <main> carries id="content". */
export function SkipLink() {
  const { _ } = useLingui()
  return (
    <div className="skiplinks">
      <a href="#content">{_('shell.skip')}</a>
    </div>
  )
}
