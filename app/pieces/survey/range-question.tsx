import { useLingui } from '@lingui/react'
import { useContext } from 'react'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { AskedInForm } from './asked-in.tsx'
import { Ours } from './ours.tsx'
import type { AskedProps } from './asked-props.ts'

const mostOpen = 11

/** A value on a scale: each to be picked where they are few, else a number. */
export function RangeQuestion({ question, words }: AskedProps) {
  const { _ } = useLingui()
  const { typed } = useContext(AskedInForm)
  const { path, value, range = { start: 1, end: 10, step: 1 } } = question
  const { start, end, step } = range
  const many = Math.floor((end - start) / step + 1.0001)
  if (many <= mostOpen) {
    const steps = Array.from({ length: many }, (_each, at) => String(Number((start + at * step).toFixed(6))))
    return (
      <div className="survey-scale">
        <input type="hidden" name={path} value="" />
        <RadioGroup {...words} choices={steps.map((each) => ({ value: each, label: each }))} chosen={value} />
      </div>
    )
  }
  return (
    <TextField
      {...words}
      hint={
        <>
          {words.hint} <Ours>{_('responses.range', { start, end, step })}</Ours>
        </>
      }
      defaultValue={typed(path) ?? value}
      inputMode="decimal"
      dir="ltr"
      short
    />
  )
}
