import { useLingui } from '@lingui/react'
import { useContext } from 'react'
import { Icon } from '#app/pieces/icon.tsx'
import type { Drawn, QuestionDrawn } from '#server/responses/contract.ts'
import { AskedInForm } from './asked-in.tsx'
import { Ours } from './ours.tsx'

interface QuestionTableProps {
  choices: readonly string[]
  inside: readonly Drawn[]
}

/** Questions with the same choices, one a row. On a narrow screen each row stands as a question of its own. */
export function QuestionTable({ choices, inside }: QuestionTableProps) {
  const { _ } = useLingui()
  const rows = inside.filter((one): one is QuestionDrawn => one.is === 'question')
  return (
    <table className="question-table">
      <thead>
        <tr>
          <th scope="col">{_('responses.table.question')}</th>
          {choices.map((choice) => (
            <th key={choice} scope="col">
              {choice}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((question) => (
          <Row key={question.path} question={question} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ question }: { question: QuestionDrawn }) {
  const { _ } = useLingui()
  const error = useContext(AskedInForm).errors[question.path]
  const { path, label, hint, choices = [], isRequired, isRelevant } = question
  return (
    <tr className={error ? 'field-wrong' : undefined} data-asked={path} hidden={!isRelevant}>
      <th scope="row" id={`${path}-row`}>
        <input type="hidden" name={path} value="" disabled={!isRelevant} />
        {label}
        {!isRequired && (
          <span className="field-optional">
            {' '}
            <Ours>{_('shell.optional')}</Ours>
          </span>
        )}
        {hint && <span className="field-hint">{hint}</span>}
        {error && (
          <span className="field-error" id={`${path}-error`}>
            <Icon name="warning-circle" small />
            {error}
          </span>
        )}
      </th>
      {choices.map(({ name, label: choice, isChosen }, position) => {
        const id = position === 0 ? path : `${path}-${name}`
        return (
          <td key={name}>
            <input
              type="radio"
              id={id}
              name={path}
              value={name}
              defaultChecked={isChosen}
              disabled={!isRelevant}
              aria-labelledby={`${path}-row ${id}-choice`}
            />
            <label htmlFor={id} id={`${id}-choice`}>
              {choice}
            </label>
          </td>
        )
      })}
    </tr>
  )
}
