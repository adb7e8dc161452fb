import { useLingui } from '@lingui/react'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { checkKinds, checkLimits, checkSeconds, checkUnits } from '#server/checks/words.ts'
import { writtenLanguages } from '#server/rooms/words.ts'

interface CheckFieldsProps {
  errors: Record<string, string | undefined>
  typed?: (name: string) => string | undefined
  typedList?: (name: string) => string[] | undefined
  language: string
}

const languages = Object.entries(writtenLanguages).map(([value, label]) => ({ value, label }))

/** What the chair asks, whom, and for how long; the answers of a temperature check are always the same three. */
export function CheckFields({ errors, typed, typedList, language }: CheckFieldsProps) {
  const { _ } = useLingui()
  return (
    <>
      <TextField
        name="question"
        label={_('floor.check.question')}
        maxLength={checkLimits.question}
        error={errors['question']}
        defaultValue={typed?.('question')}
      />
      <SelectField
        name="language"
        id="check-language"
        label={_('floor.check.language')}
        options={languages}
        error={errors['language']}
        defaultValue={typed?.('language') ?? language}
      />
      <SelectField
        name="kind"
        label={_('floor.check.kind')}
        options={checkKinds.map((value) => ({ value, label: _(`floor.check.kind.${value}`) }))}
        error={errors['kind']}
        defaultValue={typed?.('kind')}
      />
      <fieldset>
        <legend>{_('floor.check.options')}</legend>
        {errors['options'] && <p className="field-error">{errors['options']}</p>}
        {Array.from({ length: checkLimits.options }, (_each, index) => (
          <input
            key={index}
            id={index === 0 ? 'options' : undefined}
            name="options"
            className="form-control"
            dir="auto"
            maxLength={checkLimits.option}
            aria-label={_('floor.check.option', { number: index + 1 })}
            defaultValue={typedList?.('options')?.[index]}
          />
        ))}
      </fieldset>
      <SelectField
        name="unit"
        label={_('floor.check.unit')}
        options={checkUnits.map((value) => ({ value, label: _(`floor.check.unit.${value}`) }))}
        error={errors['unit']}
        defaultValue={typed?.('unit')}
      />
      <SelectField
        name="seconds"
        label={_('floor.check.seconds')}
        options={checkSeconds.map((value) => ({
          value: String(value),
          label: _('floor.check.time', { seconds: value, minutes: value / 60 }),
        }))}
        error={errors['seconds']}
        defaultValue={typed?.('seconds') ?? '120'}
      />
    </>
  )
}
