import { useLingui } from '@lingui/react'
import { type ReactNode, useContext } from 'react'
import type { FieldWords } from '#app/pieces/field.tsx'
import { Checkbox, CheckboxGroup } from '#app/pieces/choices.tsx'
import { DateField } from '#app/pieces/date-field.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { QuestionDrawn } from '#server/responses/contract.ts'
import { AnswerSaid } from './answer-said.tsx'
import { AskedInForm } from './asked-in.tsx'
import { FileQuestion } from './file-question.tsx'
import { Ours } from './ours.tsx'
import { PlaceQuestion } from './place-question.tsx'
import { PointQuestion } from './point-question.tsx'
import { RangeQuestion } from './range-question.tsx'
import { RankQuestion } from './rank-question.tsx'
import { SelectQuestion } from './select-question.tsx'

/** A question by its type, in fields that a plain form sends. */
export function QuestionField({ question }: { question: QuestionDrawn }) {
  const { _ } = useLingui()
  const { errors, typed } = useContext(AskedInForm)
  const { path, label, hint, guidance, isRequired, type, value, appearance } = question
  if (type === 'note') return <Note question={question} />
  if (question.isReadOnly)
    return (
      <div className="field" id={path}>
        <p className="question-said">{label}</p>
        <AnswerSaid question={question} />
      </div>
    )
  const words: FieldWords = {
    name: path,
    label,
    hint: hintOf(hint, guidance, _('responses.guidance')),
    error: errors[path],
    optional: !isRequired,
  }
  const text = { ...words, defaultValue: typed(path) ?? value, autoComplete: 'off' }
  switch (type) {
    case 'select_one':
    case 'select_multiple':
      return <SelectQuestion question={question} words={words} />
    case 'rank':
      return <RankQuestion question={question} words={words} />
    case 'range':
      return <RangeQuestion question={question} words={words} />
    case 'place':
      return <PlaceQuestion question={question} words={words} />
    case 'geopoint':
      return <PointQuestion question={question} words={words} />
    case 'image':
    case 'audio':
    case 'file':
      return <FileQuestion question={question} words={words} />
    case 'acknowledge':
      return (
        <>
          <input type="hidden" name={path} value="" />
          <CheckboxGroup
            {...words}
            choices={[{ value: 'OK', label: <Ours>{_('responses.acknowledge')}</Ours> }]}
            chosen={[value]}
          />
        </>
      )
    case 'integer':
      return <TextField {...text} inputMode="numeric" dir="ltr" short />
    case 'decimal':
      return <TextField {...text} inputMode="decimal" dir="ltr" short />
    case 'date':
      return <DateField {...text} />
    case 'dateTime':
      return <DateField {...text} withTime />
    case 'time':
      return <TextField {...text} type="time" short />
    case 'text':
    case 'calculate':
    case 'hidden':
      return (
        <>
          {appearance.includes('multiline') ? <TextArea {...text} /> : <TextField {...text} />}
          {question.mayBeQuoted !== undefined && (
            <Checkbox
              name={`${path}~quotable`}
              label={<Ours>{_('responses.quotable')}</Ours>}
              hint={<Ours>{_('responses.quotable.hint')}</Ours>}
              checked={question.mayBeQuoted}
            />
          )}
        </>
      )
  }
}

function Note({ question: { path, label, hint } }: { question: QuestionDrawn }) {
  return (
    <div className="question-note" id={path}>
      <p>{label}</p>
      {hint && <p className="field-hint">{hint}</p>}
    </div>
  )
}

/** What a form adds for whoever asks the questions aloud is there for who opens it. */
function hintOf(hint: string, guidance: string, title: string): ReactNode {
  if (!guidance) return hint || undefined
  return (
    <>
      {hint}
      <span className="question-guidance">
        <Ours>{title}</Ours> {guidance}
      </span>
    </>
  )
}
