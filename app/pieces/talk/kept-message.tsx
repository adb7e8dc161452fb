import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Moment } from '#app/pieces/moment.tsx'
import type { KeptMessage } from '#server/rooms/contract.ts'
import { type WrittenLanguage, writtenLanguages } from '#server/rooms/words.ts'
import { directionOfText } from './direction.ts'

/** A message before whoever decides on it. */
export function KeptMessageCard({ message, children }: { message: KeptMessage; children?: ReactNode }) {
  const { _ } = useLingui()
  const { name, organisation, text, language, at, isAnswer, note } = message
  return (
    <article className="message stack">
      <p className="message-head">
        <bdi className="message-name">{name || _('rooms.nameless')}</bdi>
        {organisation && <bdi>{organisation}</bdi>}
        <Moment at={at} as="day-time" />
        <bdi lang={language}>{writtenLanguages[language as WrittenLanguage]}</bdi>
        {isAnswer && <span>{_('talk.is-answer')}</span>}
      </p>
      <p className="message-text" lang={language} dir={directionOfText(text, language)}>
        {text}
      </p>
      {note && (
        <p className="message-quote">
          <bdi>{note}</bdi>
        </p>
      )}
      {children}
    </article>
  )
}
