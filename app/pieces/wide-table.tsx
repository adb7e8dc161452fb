import type { ReactNode } from 'react'

/** A table that may be wider than a phone: it scrolls inside itself, by keyboard too. */
export function WideTable({ children }: { children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="table-responsive" role="group" tabIndex={0}>
      {children}
    </div>
  )
}
