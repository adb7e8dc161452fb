import { useLingui } from '@lingui/react'
import { useLoaderData } from '@remix-run/react'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { useRefused } from '#app/use-refused.ts'
import { slowSteps } from '#server/rooms/words.ts'
import type { loadKeeping } from './keeping.ts'

export type Tried = 'slow-mode' | 'hold'

interface PaceFormsProps {
  tried: Tried | undefined
  refused: ReturnType<typeof useRefused>
}

/** How fast the room is, and whether its messages wait. */
export function PaceForms({ tried, refused }: PaceFormsProps) {
  const { _ } = useLingui()
  const { kept } = useLoaderData<typeof loadKeeping>()
  const { roomId, talk } = kept
  const { typed, errors } = refused
  const why = (which: Tried) => (
    <TextField
      name="note"
      id={`note-${which}`}
      optional={which === 'hold' && talk.isHeld}
      label={_('talk.why')}
      hint={_('talk.why.hint')}
      defaultValue={tried === which ? typed('note') : undefined}
      error={tried === which ? errors['note'] : undefined}
    />
  )
  return (
    <>
      <section className="band">
        <h2>{_('talk.slow')}</h2>
        <p>{_('talk.slow.text')}</p>
        <form method="post" action={`/rooms/${roomId}/slow-mode`} className="form">
          <SelectField
            name="seconds"
            label={_('talk.slow.seconds')}
            options={slowSteps.map((seconds) => ({
              value: String(seconds),
              label: _('talk.slow.step', { seconds }),
            }))}
            defaultValue={(tried === 'slow-mode' ? typed('seconds') : undefined) ?? String(talk.slowSeconds)}
            error={tried === 'slow-mode' ? errors['seconds'] : undefined}
          />
          {why('slow-mode')}
          <SubmitButton>{_('talk.slow.send')}</SubmitButton>
        </form>
      </section>
      <section className="band">
        <h2>{_('talk.hold')}</h2>
        <p>{_(talk.isHeld ? 'talk.hold.on' : 'talk.hold.off')}</p>
        <form method="post" action={`/rooms/${roomId}/hold`} className="form">
          <input type="hidden" name="hold" value={talk.isHeld ? 'off' : 'on'} />
          {why('hold')}
          <SubmitButton>{_(talk.isHeld ? 'talk.hold.end' : 'talk.hold.begin')}</SubmitButton>
        </form>
      </section>
    </>
  )
}
