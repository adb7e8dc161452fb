import { useLingui } from '@lingui/react'
import { Checkbox } from '#app/pieces/choices.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { Ours } from './ours.tsx'
import type { AskedProps } from './question-field.tsx'

const accepted = { image: 'image/*', audio: 'audio/*', file: undefined }

/** A picture, a sound or a paper; one that is there already stays until another takes its place or it is taken away. */
export function FileQuestion({ question, words }: AskedProps) {
  const { _ } = useLingui()
  const { path, value, type } = question
  const accept = type === 'image' || type === 'audio' ? accepted[type] : undefined
  return (
    <>
      <input type="hidden" name={path} value={value} />
      <TextField
        {...words}
        name={`${path}~file`}
        id={path}
        type="file"
        {...(accept ? { accept } : {})}
        hint={
          <>
            {words.hint} <Ours>{_(value ? 'responses.file.there' : 'responses.file')}</Ours>
          </>
        }
      />
      {value && <Checkbox name={`${path}~drop`} label={<Ours>{_('responses.file.drop')}</Ours>} />}
    </>
  )
}
