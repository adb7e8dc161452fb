import { useLingui } from '@lingui/react'
import { Checkbox, CheckboxGroup } from '#app/pieces/choices.tsx'
import type { DeskSurvey } from '#app/pieces/composing/desk.tsx'
import { SpokenField } from '#app/pieces/composing/spoken-field.tsx'
import { DateField } from '#app/pieces/date-field.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { useRefused } from '#app/use-refused.ts'
import { accesses, surveyLimits } from '#server/surveys/words.ts'

interface RuleFieldsProps {
  survey: DeskSurvey
  languages: readonly string[]
  answers: readonly { value: string; label: string }[]
  rules: {
    opensAt: string
    closesAt: string
    timesEach: number | null
    mostResponses: number | null
    isApart: boolean
    isSensitive: boolean
    takesOnBehalf: boolean
    quotas: readonly { question: string; choice: string; most: number }[]
    thanks: readonly string[]
  }
  refused: ReturnType<typeof useRefused>
}

/** Who may answer, when, how often; what is promised to them; what they are told at the end. */
export function RuleFields({ survey, languages, answers, rules, refused }: RuleFieldsProps) {
  const { _ } = useLingui()
  const { errors, typed, typedList } = refused
  const wasSent = typedList('access') !== undefined
  const ticked = (name: 'isApart' | 'isSensitive' | 'takesOnBehalf') =>
    wasSent ? typed(name) === 'yes' : rules[name]
  const number = (name: 'timesEach' | 'mostResponses') => (
    <TextField
      name={name}
      type="number"
      min={1}
      inputMode="numeric"
      short
      optional
      label={_(`surveys.rule.${name}`)}
      hint={_(`surveys.rule.${name}.hint`)}
      defaultValue={typed(name) ?? rules[name]?.toString()}
      error={errors[name]}
    />
  )
  const promise = (name: 'isApart' | 'isSensitive' | 'takesOnBehalf') => (
    <Checkbox
      name={name}
      label={_(`surveys.rule.${name}`)}
      hint={_(`surveys.rule.${name}.hint`)}
      checked={ticked(name)}
    />
  )
  const limited = typedList('quota') ?? rules.quotas.map(({ question, choice }) => `${question} ${choice}`)
  const limits = typedList('quotaMost') ?? rules.quotas.map(({ most }) => String(most))
  return (
    <>
      <TextField
        name="title"
        label={_('surveys.name')}
        minLength={3}
        maxLength={surveyLimits.title}
        defaultValue={typed('title') ?? survey.title}
        error={errors['title']}
      />
      <CheckboxGroup
        name="access"
        label={_('surveys.access')}
        hint={_('surveys.access.hint')}
        choices={accesses.map((each) => ({
          value: each,
          label: _(`surveys.access.${each}`),
          hint: _(`surveys.access.${each}.text`),
        }))}
        chosen={typedList('access') ?? survey.access}
        error={errors['access']}
      />
      <DateField
        name="opensAt"
        withTime
        label={_('surveys.opens')}
        hint={_('ballots.italian-time')}
        defaultValue={typed('opensAt') ?? rules.opensAt}
        error={errors['opensAt']}
      />
      <DateField
        name="closesAt"
        withTime
        label={_('surveys.closes')}
        hint={_('ballots.italian-time')}
        defaultValue={typed('closesAt') ?? rules.closesAt}
        error={errors['closesAt']}
      />
      {number('timesEach')}
      {number('mostResponses')}
      <fieldset className="field">
        <legend>{_('surveys.promises')}</legend>
        {promise('isApart')}
        {promise('isSensitive')}
        {promise('takesOnBehalf')}
      </fieldset>
      <SpokenField
        name="thanks"
        label={_('surveys.thanks')}
        hint={_('surveys.thanks.hint')}
        languages={languages}
        texts={typedList('thanks') ?? rules.thanks}
        error={errors['thanks']}
        optional
        rows={4}
      />
      {answers.length > 0 && (
        <fieldset className="field" id="quota">
          <legend>{_('surveys.quotas')}</legend>
          <p className="field-hint">{_('surveys.quotas.hint')}</p>
          {Array.from({ length: limited.length + (typedList('quota') ? 0 : 2) }, (_row, n) => (
            <div className="cluster" key={n}>
              <SelectField
                name="quota"
                id={`quota-${n}`}
                optional
                label={_('surveys.quota', { number: n + 1 })}
                empty={_('surveys.quota.none')}
                options={answers}
                defaultValue={limited[n]}
                error={n === 0 ? errors['quota'] : undefined}
              />
              <TextField
                name="quotaMost"
                id={n === 0 ? 'quotaMost' : `quotaMost-${n}`}
                type="number"
                min={1}
                inputMode="numeric"
                short
                optional
                label={_('surveys.quota.most', { number: n + 1 })}
                defaultValue={limits[n]}
                error={n === 0 ? errors['quotaMost'] : undefined}
              />
            </div>
          ))}
        </fieldset>
      )}
    </>
  )
}
