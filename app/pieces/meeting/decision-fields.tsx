import { useLingui } from '@lingui/react'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { decisionLimits } from '#server/decisions/words.ts'
import type { RecordedFields } from './motion-fields.tsx'
import { idsIn, OwnLanguage } from './own-language.tsx'

interface DecisionFieldsProps extends RecordedFields {
  /** None in the room, where it is the item that is running. */
  items?: readonly { id: string; text: string; isRunning: boolean }[]
}

/** What the table decided by consent, in the words that go to the record. */
export function DecisionFields({ errors, typed, language, form, items = [] }: DecisionFieldsProps) {
  const { _ } = useLingui()
  const id = idsIn(form)
  return (
    <>
      <TextArea
        name="text"
        id={id('text')}
        rows={3}
        minLength={10}
        maxLength={decisionLimits.decision}
        label={_('decisions.consent.text')}
        hint={_('decisions.consent.text.hint')}
        error={errors['text']}
        defaultValue={typed?.('text')}
      />
      {items.length > 0 && (
        <SelectField
          name="itemId"
          id={id('itemId')}
          optional
          label={_('decisions.item')}
          empty={_('decisions.item.running')}
          options={items.map((item) => ({ value: item.id, label: item.text }))}
          error={errors['itemId']}
          defaultValue={typed?.('itemId')}
        />
      )}
      <OwnLanguage id={id('language')} error={errors['language']} chosen={typed?.('language') ?? language} />
    </>
  )
}
