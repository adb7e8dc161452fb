import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { AgendaPanel } from './agenda-panel.tsx'
import { CheckPanel } from './check-panel.tsx'
import { DecisionsPanel } from './decisions-panel.tsx'
import { FloorPanel } from './floor-panel.tsx'
import { PresencePanel } from './presence-panel.tsx'
import type { Sitting } from './sitting.ts'

interface PanelsProps {
  sitting: Sitting
  language: string
}

/** The meeting beside the talk, or folded under it on a phone. A check that is open stands first and open. */
export function Panels({ sitting, language }: PanelsProps) {
  const { _ } = useLingui()
  const { meeting, parts, my } = sitting
  const { agenda, seats, presence, floor, check, decisions } = parts
  const isOpen = meeting.state === 'open'
  return (
    <div className="meeting-panels">
      {isOpen && check && (
        <Panel id="check" title={_('floor.checks')} isUnfolded={check.open !== null || check.last !== null}>
          <CheckPanel sitting={sitting} check={check} language={language} />
        </Panel>
      )}
      {isOpen && floor && (
        <Panel id="floor" title={_('floor.title')} isUnfolded>
          <FloorPanel sitting={sitting} floor={floor} />
        </Panel>
      )}
      {isOpen && decisions && (
        <Panel
          id="decisions"
          title={_('decisions.title')}
          isUnfolded={decisions.vote !== null || decisions.motions.length > 0}
        >
          <DecisionsPanel sitting={sitting} decisions={decisions} language={language} />
        </Panel>
      )}
      {agenda && (
        <Panel id="agenda" title={_('floor.agenda')} isUnfolded>
          <AgendaPanel meeting={meeting} agenda={agenda} mayRun={my.runs} />
        </Panel>
      )}
      {presence && seats && (
        <Panel id="presence" title={_('floor.presence')}>
          <PresencePanel sitting={sitting} presence={presence} seats={seats} />
        </Panel>
      )}
    </div>
  )
}

interface PanelProps {
  id: string
  title: ReactNode
  isUnfolded?: boolean
  children: ReactNode
}

/** Its state is the reader's once they touch it: React leaves `open` alone while the wish behind it stays the same. */
function Panel({ id, title, isUnfolded = false, children }: PanelProps) {
  return (
    <details id={id} className="panel" open={isUnfolded}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <div className="panel-content">{children}</div>
    </details>
  )
}
