import { useLingui } from '@lingui/react'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { ReadySubject } from '#server/meetings/contract.ts'
import { meetingLimits } from '#server/meetings/words.ts'
import { writtenLanguages } from '#server/rooms/words.ts'

interface ItemFieldsProps {
  errors: Record<string, string | undefined>
  value: (name: string) => string | undefined
  /** What it may be about. */
  subjects: readonly ReadySubject[]
}

const written = Object.entries(writtenLanguages).map(([value, label]) => ({ value, label }))

export function ItemFields({ errors, value, subjects }: ItemFieldsProps) {
  const { _ } = useLingui()
  return (
    <>
      <TextField
        name="title"
        label={_('meetings.item.title')}
        hint={_('meetings.item.title.hint')}
        maxLength={meetingLimits.itemTitle}
        optional
        error={errors['title']}
        defaultValue={value('title')}
      />
      <SelectField
        name="about"
        label={_('meetings.item.about')}
        empty={_('meetings.item.about.none')}
        optional
        options={subjects.map(({ kind, id, title }) => ({
          value: `${kind}:${id}`,
          label: `${_(`meetings.subject.${kind}`)}: ${title}`,
        }))}
        error={errors['about']}
        defaultValue={value('about') ?? ''}
      />
      <TextField
        name="minutes"
        type="number"
        min={1}
        max={meetingLimits.itemMinutes}
        inputMode="numeric"
        short
        label={_('meetings.item.minutes')}
        error={errors['minutes']}
        defaultValue={value('minutes')}
      />
      <SelectField
        name="language"
        label={_('meetings.item.language')}
        options={written}
        error={errors['language']}
        defaultValue={value('language')}
      />
    </>
  )
}
