import { useLingui } from '@lingui/react'
import type { Link } from '#app/live/use-room.ts'

interface RoomBarProps {
  roomId: string
  link: Link
  people: number
  mayModerate: boolean
}

const dots = {
  still: 'room-dot',
  connecting: 'room-dot',
  live: 'room-dot room-dot-live',
  away: 'room-dot room-dot-away',
  removed: 'room-dot room-dot-away',
}

/** Says plainly whether what one sees is live, and how many are here; never who. */
export function RoomBar({ roomId, link, people, mayModerate }: RoomBarProps) {
  const { _ } = useLingui()
  return (
    <div className="room-bar">
      <output className="room-link">
        <span className={dots[link]} aria-hidden="true" />
        {_(`rooms.link.${link}`)}
      </output>
      {link === 'live' ? (
        <p>{_('rooms.people', { people })}</p>
      ) : (
        <a href={`/rooms/${roomId}`}>{_('rooms.refresh')}</a>
      )}
      {mayModerate && (
        <a className="room-moderation" href="/moderation">
          {_('rooms.moderation')}
        </a>
      )}
    </div>
  )
}
