import { useLingui } from '@lingui/react'
import { useContext } from 'react'
import { FieldGroup } from '#app/pieces/field.tsx'
import { AskedInForm } from './asked-in.tsx'
import { Ours } from './ours.tsx'
import type { AskedProps } from './asked-props.ts'

/** Each choice is given its place, the first being 1. */
export function RankQuestion({ question, words }: AskedProps) {
  const { _ } = useLingui()
  const { typed } = useContext(AskedInForm)
  const { path, choices = [], ranks = {} } = question
  const hint = (
    <>
      {words.hint} <Ours>{_('responses.rank')}</Ours>
    </>
  )
  return (
    <FieldGroup {...words} hint={hint}>
      {(aria) => (
        <ol
          className="survey-rank"
          data-rank={path}
          data-earlier={_('offline.rank.earlier')}
          data-later={_('offline.rank.later')}
        >
          {choices.map(({ name, label, isClosed }, at) => {
            const id = at === 0 ? path : `${path}~${name}`
            return (
              <li key={name} data-choice={name} hidden={isClosed}>
                <label htmlFor={id}>{label}</label>
                <span className="rank-place">
                  <select
                    className="form-control"
                    id={id}
                    name={`${path}~${name}`}
                    defaultValue={typed(`${path}~${name}`) ?? ranks[name] ?? ''}
                    disabled={isClosed}
                    aria-invalid={aria['aria-invalid']}
                  >
                    <option value="">–</option>
                    {choices.map((_each, place) => (
                      <option key={place} value={place + 1}>
                        {place + 1}
                      </option>
                    ))}
                  </select>
                </span>
              </li>
            )
          })}
        </ol>
      )}
    </FieldGroup>
  )
}
