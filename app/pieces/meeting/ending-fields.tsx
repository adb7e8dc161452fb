import { useLingui } from '@lingui/react'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { itemEndings, meetingLimits } from '#server/meetings/words.ts'

interface EndingFieldsProps {
  errors: Record<string, string | undefined>
  typed?: (name: string) => string | undefined
}

/** What came of an item, in a word that everybody reads in their language and, if need be, in the chair's own words. */
export function EndingFields({ errors, typed }: EndingFieldsProps) {
  const { _ } = useLingui()
  return (
    <>
      <SelectField
        name="endedAs"
        label={_('agenda.ended')}
        options={itemEndings.map((ending) => ({ value: ending, label: _(`agenda.ended.${ending}`) }))}
        error={errors['endedAs']}
        defaultValue={typed?.('endedAs') ?? 'discussed'}
      />
      <TextArea
        name="outcome"
        label={_('agenda.outcome')}
        hint={_('agenda.outcome.hint')}
        rows={3}
        maxLength={meetingLimits.outcome}
        optional
        error={errors['outcome']}
        defaultValue={typed?.('outcome')}
      />
    </>
  )
}
