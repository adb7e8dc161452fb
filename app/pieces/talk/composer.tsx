import { useLingui } from '@lingui/react'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { deviceStorage, keepTyped, type Pending } from '#app/live/outbox.ts'
import { Notice } from '#app/pieces/notice.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import type { RoomShown } from '#server/rooms/contract.ts'
import { longestMessage, writtenLanguages } from '#server/rooms/words.ts'
import { called, nameAt, type Seat, seatsLike } from './calling.ts'

export type Replying = NonNullable<Pending['replyTo']>

interface ComposerProps {
  room: Pick<RoomShown, 'id' | 'me' | 'maySpeak' | 'organisations' | 'seats'>
  /** Where this page leads when the answer is not to be given. */
  back?: string
  /** Messages wait for a moderator here. */
  isHeld?: boolean
  language: string
  clientId: string
  typed: (name: string) => string | undefined
  errors: Record<string, string | undefined>
  replying: Replying | null
  onReplied: () => void
  onSay: (said: Omit<Pending, 'clientId'>) => void
}

const languageOptions = Object.entries(writtenLanguages).map(([value, label]) => ({ value, label }))

/** Where one writes. Without a script it is a form like any other. */
export function Composer(props: ComposerProps) {
  const { _ } = useLingui()
  const { room } = props
  if (room.maySpeak === true) return <ComposerForm {...props} />
  return (
    <section id="write" className="room-composer">
      <Notice>
        {room.maySpeak === 'sign-in-first' ? (
          <a href={`/sign-in?back=${encodeURIComponent(`/rooms/${room.id}`)}`}>{_('rooms.sign-in')}</a>
        ) : (
          _(`refusal.${room.maySpeak}`)
        )}
      </Notice>
    </section>
  )
}

function ComposerForm({
  room,
  back = `/rooms/${room.id}#write`,
  isHeld,
  language,
  clientId,
  typed,
  errors,
  replying,
  onReplied,
  onSay,
}: ComposerProps) {
  const { _ } = useLingui()
  const form = useRef<HTMLFormElement>(null)
  const draft = `draft-room:${room.id}:${room.me}`
  const [offered, setOffered] = useState<Seat[]>([])

  useEffect(() => {
    const area = form.current?.elements.namedItem('text')
    const kept = deviceStorage()?.getItem(draft)
    if (area instanceof HTMLTextAreaElement && kept && area.value === '') area.value = kept
  }, [draft])

  const say = (submit: FormEvent<HTMLFormElement>) => {
    submit.preventDefault()
    const fields = new FormData(submit.currentTarget)
    const text = textOf(fields, 'text').trim()
    const area = submit.currentTarget.elements.namedItem('text')
    if (text === '' || !(area instanceof HTMLTextAreaElement)) return
    setOffered([])
    onSay({
      text,
      mentions: called(room.seats, text, textOf(fields, 'mentions')),
      language: textOf(fields, 'language'),
      organisationId: textOf(fields, 'organisationId'),
      replyTo: replying,
    })
    area.value = ''
    keepTyped(draft, '')
    area.focus()
    onReplied()
  }
  const type = (area: HTMLTextAreaElement) => {
    keepTyped(draft, area.value)
    setOffered(seatsLike(room.seats, nameAt(area.value, area.selectionStart)))
  }
  const call = ({ name }: Seat) => {
    const area = form.current?.elements.namedItem('text')
    if (!(area instanceof HTMLTextAreaElement)) return
    const begun = nameAt(area.value, area.selectionStart)?.length ?? 0
    area.setRangeText(`${name} `, area.selectionStart - begun, area.selectionStart, 'end')
    area.focus()
    type(area)
  }
  const sendByKey = (key: KeyboardEvent<HTMLTextAreaElement>) => {
    if (key.key !== 'Enter' || !(key.ctrlKey || key.metaKey) || key.nativeEvent.isComposing) return
    key.preventDefault()
    form.current?.requestSubmit()
  }

  return (
    <form ref={form} id="write" method="post" className="form room-composer" onSubmit={say}>
      <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
      {replying && (
        <div className="room-replying">
          <input type="hidden" name="replyTo" value={replying.id} />
          <p className="message-quote">
            {_('rooms.replying')} <bdi className="message-name">{replying.name}</bdi>{' '}
            <bdi>{replying.text}</bdi>
          </p>
          <a
            href={back}
            onClick={(click) => {
              click.preventDefault()
              onReplied()
            }}
          >
            {_('rooms.not-replying')}
          </a>
        </div>
      )}
      <TextArea
        name="text"
        rows={3}
        maxLength={longestMessage}
        label={_('rooms.write')}
        hint={_('rooms.write.hint')}
        error={errors['text']}
        defaultValue={typed('text')}
        onKeyDown={sendByKey}
        onInput={(input) => type(input.currentTarget)}
      />
      {offered.length > 0 && (
        <p className="room-offered">
          {_('rooms.calls')}{' '}
          {offered.map((seat) => (
            <button key={seat.id} type="button" className="link-button" onClick={() => call(seat)}>
              @<bdi>{seat.name}</bdi>
            </button>
          ))}
        </p>
      )}
      {isHeld && <p className="field-hint">{_('rooms.held')}</p>}
      <div className="room-choices">
        <SelectField
          name="language"
          label={_('rooms.language')}
          options={languageOptions}
          error={errors['language']}
          defaultValue={typed('language') ?? language}
        />
        {room.organisations.length > 0 && (
          <SelectField
            name="organisationId"
            label={_('rooms.as')}
            empty={_('rooms.as.myself')}
            optional
            options={room.organisations.map(({ id, name }) => ({ value: id, label: name }))}
            error={errors['organisationId']}
            defaultValue={typed('organisationId') ?? room.organisations[0]?.id}
          />
        )}
        <SubmitButton>{_('rooms.send')}</SubmitButton>
      </div>
      {room.seats.length > 0 && (
        <details className="room-calling" open={errors['mentions'] !== undefined}>
          <summary>{_('rooms.call')}</summary>
          <SelectField
            name="mentions"
            label={_('rooms.call.seat')}
            empty={_('rooms.call.none')}
            optional
            options={room.seats.map(({ id, name }) => ({ value: id, label: name }))}
            error={errors['mentions']}
            defaultValue={typed('mentions')}
          />
        </details>
      )}
    </form>
  )
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}
