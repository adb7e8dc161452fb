import { useLingui } from '@lingui/react'
import { Fragment } from 'react'
import type { MessageShown } from '#server/rooms/contract.ts'
import { markedParts } from './calling.ts'
import { directionOfText } from './direction.ts'

type Said = Pick<MessageShown, 'text' | 'language' | 'mentions'>

/** What was said, read the way its letters go, with the seats that it calls on marked in it, or named below it. */
export function MessageText({ text, language, mentions }: Said) {
  const { _ } = useLingui()
  const words = text ?? ''
  const parts = markedParts(
    words,
    mentions.map(({ name }) => name),
  )
  const others = mentions.filter(({ name }) => !parts.includes(`@${name}`))
  return (
    <>
      <p className="message-text" lang={language} dir={directionOfText(words, language)}>
        {parts.map((part, index) =>
          index % 2 === 1 ? (
            <bdi key={index} className="message-mention">
              {part}
            </bdi>
          ) : (
            <Fragment key={index}>{part}</Fragment>
          ),
        )}
      </p>
      {others.length > 0 && (
        <p className="message-to">
          {_('rooms.to')}{' '}
          {others.map(({ seatId, name }) => (
            <bdi key={seatId} className="message-mention">
              {name}
            </bdi>
          ))}
        </p>
      )}
    </>
  )
}
