import { useLingui } from '@lingui/react'
import { CheckboxGroup, RadioGroup } from '#app/pieces/choices.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { useRefused } from '#app/use-refused.ts'
import type { Paper, PollShown } from '#server/polls/contract.ts'
import { answersOf, familyOf } from '#server/polls/words.ts'
import { euros } from '#app/pieces/poll-count/euros.ts'

interface PaperFieldsProps {
  poll: PollShown
  anchor: string
  paper: Paper | null
  refused: ReturnType<typeof useRefused> | null
  isSummed: boolean
}

/** The paper itself: plain fields, so that a phone, a keyboard and a screen reader fill it in without a script. */
export function PaperFields({ poll, anchor, paper, refused, isSummed }: PaperFieldsProps) {
  const { _, i18n } = useLingui()
  const { kind, options, rules } = poll
  const money = euros(i18n.locale)
  switch (familyOf(kind)) {
    case 'assent':
      return (
        <RadioGroup
          name="choice"
          id={`${anchor}-choice`}
          label={_('polls.your-answer')}
          choices={answersOf[kind as keyof typeof answersOf].map((answer) => ({
            value: answer,
            label: _(`polls.answer.${answer}`),
            hint: _(`polls.answer.${answer}.text`),
          }))}
          chosen={refused?.typed('choice') ?? (paper && 'choice' in paper ? paper.choice : null)}
          error={refused?.errors['choice']}
        />
      )
    case 'approve':
    case 'budget': {
      const chosen =
        refused?.typedList('chosen') ?? (paper && 'chosen' in paper ? paper.chosen.map(String) : [])
      const sum = chosen.reduce((total, each) => total + (options[Number(each)]?.cost ?? 0), 0)
      return (
        <>
          <CheckboxGroup
            name="chosen"
            id={`${anchor}-chosen`}
            label={_('polls.tick')}
            hint={
              kind === 'approval'
                ? _('polls.tick.approval')
                : _(`polls.tick.${kind}`, { budget: money.format(rules.budget) })
            }
            choices={options.map(({ title, cost }, index) => ({
              value: String(index),
              label: <bdi>{title}</bdi>,
              hint: cost === null ? undefined : money.format(cost),
            }))}
            chosen={chosen}
            error={refused?.errors['chosen']}
          />
          {kind !== 'approval' && chosen.length > 0 && (
            <Notice tone={sum > rules.budget ? 'warn' : 'info'} spoken={isSummed && refused !== null}>
              {_('polls.summed', { sum: money.format(sum), budget: money.format(rules.budget) })}
            </Notice>
          )}
        </>
      )
    }
    case 'points':
      return (
        <Each
          legend={_(`polls.give.${kind}`, { most: rules.points })}
          error={refused?.errors['points']}
          id={`${anchor}-points`}
        >
          {options.map(({ title }, index) => (
            <TextField
              key={title}
              name="points"
              id={`${anchor}-points-${index}`}
              type="number"
              min={0}
              max={rules.points}
              inputMode="numeric"
              short
              optional
              label={<bdi>{title}</bdi>}
              defaultValue={
                refused?.typedList('points')?.[index] ??
                given(paper && 'points' in paper ? paper.points : null, index)
              }
            />
          ))}
        </Each>
      )
    case 'ranks':
      return (
        <Each
          legend={_(kind === 'schulze' ? 'polls.rank.schulze' : 'polls.rank')}
          error={refused?.errors['ranks']}
          id={`${anchor}-ranks`}
        >
          {options.map(({ title }, index) => (
            <SelectField
              key={title}
              name="ranks"
              id={`${anchor}-ranks-${index}`}
              optional
              label={<bdi>{title}</bdi>}
              empty={_('polls.rank.none')}
              options={options.map((_option, place) => ({
                value: String(place + 1),
                label: _('polls.rank.place', { place: place + 1 }),
              }))}
              defaultValue={
                refused?.typedList('ranks')?.[index] ??
                given(paper && 'ranks' in paper ? paper.ranks : null, index)
              }
            />
          ))}
        </Each>
      )
  }
}

function given(figures: readonly (number | null)[] | null, index: number): string {
  const figure = figures?.[index]
  return figure === null || figure === undefined ? '' : String(figure)
}

function Each({
  legend,
  error,
  id,
  children,
}: {
  legend: string
  error: string | undefined
  id: string
  children: React.ReactNode
}) {
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} id={id}>
      <legend>{legend}</legend>
      {error && <p className="field-error">{error}</p>}
      {children}
    </fieldset>
  )
}
