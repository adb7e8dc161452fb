import { useLingui } from '@lingui/react'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { familyOf, pollLimits, severalSeats, type Kind } from '#server/polls/words.ts'
import type { Composing } from '#server/polls/contract.ts'
import type { useRefused } from '#app/use-refused.ts'

import { ProposalFields } from './proposal-fields.tsx'

const fewestRows = 8
const moreRows = 4

/** What is asked, and from what one chooses. */
export function QuestionFields({
  kind,
  proposals,
  refused,
  wantsMore,
}: {
  kind: Kind
  proposals: Composing['proposals']
  refused: ReturnType<typeof useRefused>
  wantsMore: boolean
}) {
  const { _ } = useLingui()
  const { errors, typed, typedList } = refused
  const family = familyOf(kind)
  const titles = typedList('option') ?? []
  const rows = Math.min(pollLimits.options, Math.max(fewestRows, titles.length + (wantsMore ? moreRows : 0)))
  const costs = typedList('cost') ?? []
  return (
    <>
      <TextField
        name="title"
        label={_('polls.question')}
        minLength={3}
        maxLength={pollLimits.title}
        defaultValue={typed('title')}
        error={errors['title']}
      />
      <TextArea
        name="text"
        optional
        rows={4}
        label={_('polls.text')}
        hint={_('polls.text.hint')}
        maxLength={pollLimits.text}
        defaultValue={typed('text')}
        error={errors['text']}
      />
      {family !== 'assent' && (
        <fieldset className="field" id="option">
          <legend>{_('polls.options')}</legend>
          <p className="field-hint">{_('polls.options.hint')}</p>
          {errors['option'] && <p className="field-error">{errors['option']}</p>}
          {errors['cost'] && (
            <p className="field-error" id="cost">
              {errors['cost']}
            </p>
          )}
          <div className="stack mb-3">
            {Array.from({ length: rows }, (_row, n) => (
              <div className={family === 'budget' ? 'cluster' : undefined} key={n}>
                <TextField
                  name="option"
                  id={`option-${n}`}
                  optional={n > 1 || proposals.length > 0}
                  label={_('polls.option', { number: n + 1 })}
                  maxLength={pollLimits.option}
                  defaultValue={titles[n]}
                />
                {family === 'budget' && (
                  <TextField
                    name="cost"
                    id={`cost-${n}`}
                    short
                    type="number"
                    min={1}
                    inputMode="numeric"
                    optional={n > 1 || proposals.length > 0}
                    label={_('polls.cost', { number: n + 1 })}
                    defaultValue={costs[n]}
                  />
                )}
              </div>
            ))}
          </div>
          {rows < pollLimits.options && (
            <button className="btn btn-outline-primary" name="more" value="yes" formNoValidate>
              {_('polls.options.more')}
            </button>
          )}
        </fieldset>
      )}
      <ProposalFields kind={kind} proposals={proposals} refused={refused} />
      {family === 'budget' && (
        <TextField
          name="budget"
          short
          type="number"
          min={1}
          inputMode="numeric"
          label={_('polls.budget')}
          defaultValue={typed('budget')}
          error={errors['budget']}
        />
      )}
      {family === 'points' && (
        <TextField
          name="points"
          short
          type="number"
          min={1}
          max={kind === 'score' ? pollLimits.score : pollLimits.dots}
          inputMode="numeric"
          label={_(`polls.points.${kind}`)}
          defaultValue={typed('points') ?? '5'}
          error={errors['points']}
        />
      )}
      {severalSeats.includes(kind) && (
        <TextField
          name="seats"
          short
          type="number"
          min={1}
          max={pollLimits.options - 1}
          inputMode="numeric"
          label={_('polls.seats')}
          defaultValue={typed('seats') ?? '1'}
          error={errors['seats']}
        />
      )}
    </>
  )
}
