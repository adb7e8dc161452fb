import { useLingui } from '@lingui/react'
import { useState } from 'react'
import { organisationOf, type Sitting } from './sitting.ts'

/** Read out when it changes and not when the page opens: who has the floor, that a check was opened. Nothing else. */
export function Heard({ sitting }: { sitting: Sitting }) {
  const { _ } = useLingui()
  const { turn = null } = sitting.parts.floor ?? {}
  const { open = null } = sitting.parts.check ?? {}
  const [first] = useState({ turn: turn?.id, check: open?.id })
  return (
    <>
      <div className="visually-hidden" aria-live="polite">
        {turn && turn.id !== first.turn && (
          <p>
            {_('floor.speaks')} {organisationOf(sitting, turn.seatId)}
          </p>
        )}
      </div>
      <div className="visually-hidden" aria-live="polite">
        {open && open.id !== first.check && (
          <p>
            {_('floor.check.opened')} <span lang={open.language}>{open.question}</span>
          </p>
        )}
      </div>
    </>
  )
}
