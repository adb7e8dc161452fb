import { useLingui } from '@lingui/react'
import { type FormEvent, type ReactNode, useContext } from 'react'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import type { Asked } from './ask.ts'
import { RoomForms } from './room-forms.ts'
import { useAct } from './use-act.ts'

type Errors = Record<string, string | undefined>

interface ActFormProps {
  /** By its name at the JSON door: `floor/raise-hand`. */
  act: string
  /** Where the form is posted without a script. */
  action: string
  /** What the act is asked that the address already says. */
  address?: Record<string, string>
  /** What the act is asked beside what the person fills in. */
  fields?: Record<string, string>
  /** The act takes a client id, so that a retry is the same wish. */
  once?: boolean
  button: ReactNode
  /** The button stands for a choice, and it is this one. */
  isPressed?: boolean
  tone?: 'primary' | 'quiet' | 'danger'
  small?: boolean
  className?: string
  /** Said when it is done, where the room itself does not show it. */
  done?: ReactNode
  onDone?: (answer: unknown) => void
  /** What the person fills in; told what is wrong at each field. */
  children?: ReactNode | ((errors: Errors) => ReactNode)
}

/**
 * One act as a form. Without a script it is posted and leads back to the room; with one it is sent beside the page, a
 * refusal is said here, and what it changed comes live like everything else.
 */
export function ActForm(props: ActFormProps) {
  const {
    act,
    action,
    address,
    fields = {},
    once = false,
    button,
    tone,
    small,
    className,
    done,
    children,
  } = props
  const { _ } = useLingui()
  const room = useContext(RoomForms)
  const { state, send } = useAct(act, (answer) => {
    room.afterAct()
    props.onDone?.(answer)
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    void send({ ...fieldsOf(form), ...address }, once).then((isDone) => isDone && form.reset())
  }
  const errors: Errors = {}
  if (state.now === 'refused')
    for (const [name, { reason, values }] of Object.entries(state.refused.fields))
      errors[name] = _(`refusal.${reason}`, values ?? {})
  return (
    <form method="post" action={action} className={className} onSubmit={submit}>
      <input type="hidden" name="from" value={room.roomId} />
      {once && <input type="hidden" name="clientId" value={room.clientId} />}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {typeof children === 'function' ? children(errors) : children}
      <SubmitButton
        {...(tone ? { tone } : {})}
        {...(small ? { small } : {})}
        pending={state.now === 'sending' || state.now === 'waiting'}
        {...(props.isPressed === undefined ? {} : { 'aria-pressed': props.isPressed })}
        pendingText={state.now === 'waiting' ? _('shell.sending.again') : undefined}
      >
        {button}
      </SubmitButton>
      <output className="act-said">
        {state.now === 'refused' && (
          <span className="act-refused">{_(`refusal.${state.refused.reason}`)}</span>
        )}
        {state.now === 'lost' && <span className="act-refused">{_('shell.not-sent')}</span>}
        {state.now === 'done' && done}
      </output>
    </form>
  )
}

/** What is in the form, a repeated name as a list; how it leads back is nothing that the act is asked. */
function fieldsOf(form: HTMLFormElement): Asked {
  const given = new FormData(form)
  const asked: Record<string, string | string[]> = {}
  for (const name of new Set(given.keys())) {
    if (name === 'from' || name === 'clientId') continue
    const values = given.getAll(name).filter((value) => typeof value === 'string')
    const only = values[0]
    if (only !== undefined) asked[name] = values.length === 1 ? only : values
  }
  return asked
}
