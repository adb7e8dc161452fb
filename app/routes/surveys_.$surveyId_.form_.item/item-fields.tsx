import { useLingui } from '@lingui/react'
import { Checkbox } from '#app/pieces/choices.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SpokenField } from '#app/pieces/composing/spoken-field.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { useRefused } from '#app/use-refused.ts'
import { choosing, surveyLimits, type ItemType } from '#server/surveys/words.ts'
import { shownFor, type Filled } from './filled-in.ts'

const like: readonly ItemType[][] = [
  ['select_one', 'select_multiple', 'rank'],
  ['text', 'integer', 'decimal', 'range', 'date', 'time', 'dateTime', 'note', 'acknowledge'],
  ['image', 'audio', 'file', 'geopoint'],
  ['calculate', 'hidden'],
]

type Refused = ReturnType<typeof useRefused>

interface ItemFieldsProps {
  type: ItemType
  isNew: boolean
  languages: readonly string[]
  lists: readonly string[]
  filled: Filled
  refused: Refused
}

/** All that can be said of one question: first its words, then, folded away, the rules that few need. */
export function ItemFields({ type, isNew, languages, lists, filled, refused }: ItemFieldsProps) {
  const { _ } = useLingui()
  const { errors, typed, typedList } = refused
  const isGroup = type === 'group' || type === 'repeat'
  const isAsked = !isGroup && type !== 'note' && type !== 'calculate' && type !== 'hidden'
  const was = (name: string): string | undefined => {
    const value = filled[name]
    return typed(name) ?? (typeof value === 'string' ? value : undefined)
  }
  const wasAll = (name: string): readonly string[] => {
    const value = filled[name]
    return typedList(name) ?? (Array.isArray(value) ? value : [])
  }
  const spoken = (name: string, more: { optional?: boolean; hint?: string } = {}) => (
    <SpokenField
      name={name}
      label={_(`surveys.field.${name}`)}
      languages={languages}
      texts={wasAll(name)}
      error={errors[name]}
      {...more}
    />
  )
  const expression = (name: string) => (
    <TextArea
      name={name}
      optional
      rows={2}
      dir="ltr"
      spellCheck={false}
      maxLength={surveyLimits.expression}
      label={_(`surveys.field.${name}`)}
      hint={_(`surveys.field.${name}.hint`)}
      defaultValue={was(name)}
      error={errors[name]}
    />
  )
  const beside = like.find((types) => types.includes(type)) ?? [type]
  const hasRules = [
    'relevant',
    'constraint',
    'required',
    'readOnly',
    'choiceFilter',
    'repeatCount',
    'default',
    'appearance',
    'parameters',
    'name',
  ]
  const opens = hasRules.some((name) => errors[name] !== undefined)
  return (
    <>
      <Untouched filled={filled} shown={shownFor(type)} />
      {isNew || isGroup ? (
        <input type="hidden" name="type" value={type} />
      ) : (
        <SelectField
          name="type"
          label={_('surveys.field.type')}
          options={beside.map((each) => ({ value: each, label: _(`surveys.type.${each}`) }))}
          defaultValue={was('type') ?? type}
          error={errors['type']}
        />
      )}
      {spoken('label', { optional: type === 'calculate' || type === 'hidden' || isGroup })}
      {!isGroup && spoken('hint', { optional: true, hint: _('surveys.field.hint.hint') })}
      {choosing.includes(type) && (
        <>
          <SelectField
            name="list"
            optional={isNew}
            label={_('surveys.field.list')}
            hint={isNew ? _('surveys.field.list.hint') : undefined}
            {...(isNew ? { empty: _('surveys.field.list.new') } : {})}
            options={lists.map((each) => ({ value: each, label: each }))}
            defaultValue={was('list')}
            error={errors['list']}
          />
          {isNew && (
            <TextArea
              name="newChoices"
              optional
              rows={6}
              label={_('surveys.field.newChoices')}
              hint={_('surveys.field.newChoices.hint')}
              defaultValue={was('newChoices')}
              error={errors['newChoices']}
            />
          )}
          {type !== 'rank' && (
            <Checkbox name="other" label={_('surveys.field.other')} checked={was('other') === 'yes'} />
          )}
        </>
      )}
      {isAsked && (
        <Checkbox
          name="isRequired"
          label={_('surveys.field.isRequired')}
          checked={was('isRequired') === 'yes'}
        />
      )}
      {(type === 'calculate' || type === 'hidden') && expression('calculation')}
      {type === 'range' && (
        <TextField
          name="parameters"
          dir="ltr"
          label={_('surveys.field.parameters')}
          hint={_('surveys.field.parameters.hint')}
          defaultValue={was('parameters') ?? 'start=0 end=10 step=1'}
          error={errors['parameters']}
        />
      )}
      <details className="survey-rules" open={opens || undefined}>
        <summary>{_('surveys.rules-of-question')}</summary>
        <div className="form">
          {expression('relevant')}
          {isAsked && (
            <>
              {expression('constraint')}
              {spoken('constraintMessage', { optional: true })}
              {expression('required')}
              {spoken('requiredMessage', { optional: true })}
              {expression('default')}
              {expression('readOnly')}
              {spoken('guidanceHint', { optional: true })}
            </>
          )}
          {choosing.includes(type) && expression('choiceFilter')}
          {isAsked && filled['calculation'] !== undefined && expression('calculation')}
          {type === 'repeat' && expression('repeatCount')}
          <TextField
            name="appearance"
            optional
            dir="ltr"
            label={_('surveys.field.appearance')}
            hint={_(isGroup ? 'surveys.field.appearance.group' : 'surveys.field.appearance.hint')}
            defaultValue={was('appearance')}
            error={errors['appearance']}
          />
          {choosing.includes(type) && (
            <TextField
              name="parameters"
              optional
              dir="ltr"
              label={_('surveys.field.parameters')}
              hint={_('surveys.field.parameters.choosing')}
              defaultValue={was('parameters')}
              error={errors['parameters']}
            />
          )}
          <TextField
            name="name"
            optional
            dir="ltr"
            maxLength={100}
            label={_('surveys.field.name')}
            hint={_('surveys.field.name.hint')}
            defaultValue={was('name')}
            error={errors['name']}
          />
        </div>
      </details>
    </>
  )
}

/** What an uploaded form says of a question of this type beside what is shown: sent back as it was. */
function Untouched({ filled, shown }: { filled: Filled; shown: readonly string[] }) {
  return Object.entries(filled)
    .filter(([name]) => !shown.includes(name))
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((text, index) => (
        <input key={`${name}-${index}`} type="hidden" name={name} value={text} />
      )),
    )
}
