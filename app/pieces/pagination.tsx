import { useLingui } from '@lingui/react'
import { Icon } from './icon.tsx'

/** A keyset list knows only its neighbours: the page before, the page after. */
export function Pagination({ newer, older }: { newer?: string | null; older?: string | null }) {
  const { _ } = useLingui()
  if (!newer && !older) return null
  return (
    <nav className="pages" aria-label={_('shell.pages')}>
      {newer && (
        <a className="btn btn-outline-primary" href={newer} rel="prev">
          <Icon name="chevron-left" small /> {_('shell.newer')}
        </a>
      )}
      {older && (
        <a className="btn btn-outline-primary pages-older" href={older} rel="next">
          {_('shell.older')} <Icon name="chevron-right" small />
        </a>
      )}
    </nav>
  )
}
