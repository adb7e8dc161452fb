import { useLingui } from '@lingui/react'
import { useContext } from 'react'
import { CheckboxGroup, RadioGroup } from '#app/pieces/choices.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { AskedInForm } from './asked-in.tsx'
import { Ours } from './ours.tsx'
import type { AskedProps } from './asked-props.ts'

/** One or many of several, with a text for what is not among them. */
export function SelectQuestion({ question, words }: AskedProps) {
  const { _ } = useLingui()
  const { errors, typed } = useContext(AskedInForm)
  const { path, choices = [], isListed, other, type, appearance, value } = question
  const listed = [
    ...choices.map(({ name, label, isClosed }) => ({ value: name, label, isClosed })),
    ...(other === undefined ? [] : [{ value: 'other', label: _('responses.other') }]),
  ]
  const inColumns = appearance.some((each) => /^(columns|horizontal|likert)/.test(each))
  return (
    <>
      {/* Boxes and circles that are left empty send nothing: this says that they were asked. */}
      {!isListed && <input type="hidden" name={path} value="" />}
      {isListed ? (
        <SelectField {...words} options={listed} empty={_('responses.choose')} defaultValue={value} />
      ) : type === 'select_one' ? (
        <RadioGroup {...words} choices={listed} chosen={value} inColumns={inColumns} />
      ) : (
        <CheckboxGroup
          {...words}
          choices={listed}
          chosen={value.split(' ').filter(Boolean)}
          inColumns={inColumns}
        />
      )}
      {other !== undefined && (
        <div data-other-of={path}>
          <TextField
            name={`${path}_other`}
            label={<Ours>{_('responses.other.which')}</Ours>}
            defaultValue={typed(`${path}_other`) ?? other}
            error={errors[`${path}_other`]}
            optional
          />
        </div>
      )}
    </>
  )
}
