import { useLingui } from '@lingui/react'
import { useState } from 'react'
import { ask } from '#app/live/ask.ts'
import type { MessageShown, Reacted } from '#server/rooms/contract.ts'
import { type Reaction, reactions, reactionSigns } from '#server/rooms/words.ts'

interface ReactionsProps {
  message: MessageShown
  mine: readonly Reaction[]
  mayReact: boolean
  onReacted: (reacted: Reacted) => void
}

/** How many think what of a message, and where the reader says so too. Without a script that is a page of its own. */
export function Reactions({ message, mine, mayReact, onReacted }: ReactionsProps) {
  const { _ } = useLingui()
  const [isOpen, setIsOpen] = useState(false)
  const [isLost, setIsLost] = useState(false)
  const { id } = message
  const given = reactions.filter((kind) => message.reactions[kind])
  const react = async (kind: Reaction) => {
    const act = mine.includes(kind) ? 'rooms/take-back-reaction' : 'rooms/put-reaction'
    const told = await ask(act, { messageId: id, kind }, 'command')
    setIsLost(!('answer' in told))
    if ('answer' in told) {
      onReacted(told.answer)
      setIsOpen(false)
    }
  }
  if (given.length === 0 && !mayReact) return null
  return (
    <>
      {given.map((kind) => (
        <span key={kind} className={mine.includes(kind) ? 'reaction reaction-mine' : 'reaction'}>
          <span aria-hidden="true">{reactionSigns[kind]}</span>{' '}
          <span className="visually-hidden">{_(`rooms.reaction.${kind}`)}</span> {message.reactions[kind]}
        </span>
      ))}
      {mayReact && (
        <a
          href={`/messages/${id}/reactions`}
          aria-expanded={isOpen}
          onClick={(click) => {
            click.preventDefault()
            setIsOpen(!isOpen)
          }}
        >
          {_('rooms.react')}
          <span className="visually-hidden"> {_('rooms.of', { name: message.name ?? '' })}</span>
        </a>
      )}
      {isOpen && (
        <div className="reaction-choices">
          {reactions.map((kind) => (
            <button
              key={kind}
              type="button"
              className="reaction-choice"
              aria-pressed={mine.includes(kind)}
              onClick={() => void react(kind)}
            >
              <span aria-hidden="true">{reactionSigns[kind]}</span> {_(`rooms.reaction.${kind}`)}
            </button>
          ))}
        </div>
      )}
      {isLost && <output className="act-refused">{_('shell.not-sent')}</output>}
    </>
  )
}
