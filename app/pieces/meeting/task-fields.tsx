import { useLingui } from '@lingui/react'
import { DateField } from '#app/pieces/date-field.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { decisionLimits } from '#server/decisions/words.ts'
import type { RecordedFields } from './motion-fields.tsx'
import { idsIn, OwnLanguage } from './own-language.tsx'

interface TaskFieldsProps extends RecordedFields {
  /** None in the room, where the office is written. */
  organisations?: readonly { id: string; name: string }[]
}

/** What is to be done, by whom, by when, and when the table looks at it again. */
export function TaskFields({ errors, typed, language, form, organisations = [] }: TaskFieldsProps) {
  const { _ } = useLingui()
  const id = idsIn(form)
  return (
    <>
      <TextArea
        name="text"
        id={id('text')}
        rows={2}
        minLength={5}
        maxLength={decisionLimits.task}
        label={_('decisions.task.text')}
        error={errors['text']}
        defaultValue={typed?.('text')}
      />
      <TextField
        name="office"
        id={id('office')}
        optional={organisations.length > 0}
        maxLength={decisionLimits.office}
        label={_('decisions.task.office')}
        hint={_('decisions.task.office.hint')}
        error={errors['office']}
        defaultValue={typed?.('office')}
      />
      {organisations.length > 0 && (
        <SelectField
          name="organisationId"
          id={id('organisationId')}
          optional
          label={_('decisions.task.organisation')}
          empty={_('decisions.task.organisation.none')}
          options={organisations.map((organisation) => ({
            value: organisation.id,
            label: organisation.name,
          }))}
          error={errors['organisationId']}
          defaultValue={typed?.('organisationId')}
        />
      )}
      <DateField
        name="dueOn"
        id={id('dueOn')}
        label={_('decisions.task.due')}
        error={errors['dueOn']}
        defaultValue={typed?.('dueOn')}
      />
      <DateField
        name="reviewOn"
        id={id('reviewOn')}
        optional
        label={_('decisions.task.review')}
        hint={_('decisions.task.review.hint')}
        error={errors['reviewOn']}
        defaultValue={typed?.('reviewOn')}
      />
      <OwnLanguage id={id('language')} error={errors['language']} chosen={typed?.('language') ?? language} />
    </>
  )
}
