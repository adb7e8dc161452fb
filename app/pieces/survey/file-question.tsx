import { useLingui } from '@lingui/react'
import { Checkbox } from '#app/pieces/choices.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { fileAccept, fileLimits, type FileQuestion as Asks } from '#server/responses/files/words.ts'
import { Ours } from './ours.tsx'
import type { AskedProps } from './asked-props.ts'

/** A picture, a sound or a paper; one that is there already stays until another takes its place or it is taken away. */
export function FileQuestion({ question, words }: AskedProps) {
  const { _ } = useLingui()
  const { path, value, type } = question
  return (
    <>
      <input type="hidden" name={path} value={value} />
      <TextField
        {...words}
        name={`${path}~file`}
        id={path}
        type="file"
        accept={fileAccept[type as Asks]}
        data-too-large={_('refusal.file-too-large', { most: fileLimits.bytes / 1_000_000 })}
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
