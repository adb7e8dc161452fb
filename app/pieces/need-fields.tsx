import { useLingui } from '@lingui/react'
import { RichText } from '#app/editor/rich-text.tsx'
import type { NeedFormAnswer } from '#app/need-form.ts'
import { useRefused } from '#app/use-refused.ts'
import type { RichDocument } from '#server/documents/contract.ts'
import { areas, concerns, needLimits, urgencies } from '#server/needs/words.ts'
import { CheckboxGroup, RadioGroup } from './choices.tsx'
import { PlaceFields } from './place-fields.tsx'
import { SelectField, type Option } from './select-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

/** A need as far as it is written. */
export type NeedBefore = {
  title?: string | undefined
  document?: RichDocument | undefined
  language?: string | undefined
  regionCode?: string | undefined
  place?: string | undefined
  territoryCode?: string | undefined
  areas?: string[] | undefined
  concerns?: string[] | undefined
  urgency?: string | undefined
  since?: string | undefined
  tried?: string | undefined
}

interface NeedFieldsProps {
  answer: NeedFormAnswer | undefined
  before: NeedBefore
  regions: { code: string; name: string }[]
  languages: Option[]
  deviceDraft: string
}

/** The questions of a need, the same when it is new and when it is changed. */
export function NeedFields({ answer, before, regions, languages, deviceDraft }: NeedFieldsProps) {
  const { _ } = useLingui()
  const { errors } = useRefused(answer?.refusal ? answer : undefined)
  const typed = (name: string): string | undefined => [answer?.typed[name]].flat()[0]
  const ticked = (name: 'areas' | 'concerns') =>
    answer ? [answer.typed[name] ?? []].flat() : (before[name] ?? [])
  const language = typed('language') ?? before.language ?? ''
  return (
    <>
      <SelectField
        name="language"
        label={_('needs.language')}
        hint={_('needs.language.hint')}
        options={languages}
        error={errors['language']}
        defaultValue={language}
      />
      <TextField
        name="title"
        label={_('needs.title')}
        hint={_('needs.title.hint')}
        maxLength={needLimits.title}
        error={errors['title']}
        defaultValue={typed('title') ?? before.title}
      />
      <RichText
        label={_('needs.text')}
        hint={_('needs.text.hint')}
        error={errors['text'] ?? errors['document']}
        language={language}
        defaultText={typed('text')}
        defaultDocument={before.document}
        draftKey={deviceDraft}
        refused={answer !== undefined}
      />
      <PlaceFields
        regions={regions}
        found={answer?.places ?? []}
        errors={errors}
        typed={typed}
        before={{ regionCode: before.regionCode ?? '', place: before.place ?? '' }}
      />
      <CheckboxGroup
        name="areas"
        label={_('needs.areas')}
        hint={_('needs.areas.hint')}
        inColumns
        choices={areas.map((area) => ({ value: area, label: _(`needs.area.${area}`) }))}
        chosen={ticked('areas')}
        error={errors['areas']}
      />
      <CheckboxGroup
        name="concerns"
        label={_('needs.concerns')}
        hint={_('needs.concerns.hint')}
        inColumns
        choices={concerns.map((concern) => ({ value: concern, label: _(`needs.concern.${concern}`) }))}
        chosen={ticked('concerns')}
        error={errors['concerns']}
      />
      <RadioGroup
        name="urgency"
        label={_('needs.urgency')}
        choices={urgencies.map((urgency) => ({
          value: urgency,
          label: _(`needs.urgency.${urgency}`),
          hint: _(`needs.urgency.${urgency}.hint`),
        }))}
        chosen={typed('urgency') ?? before.urgency}
        error={errors['urgency']}
      />
      <TextField
        name="since"
        type="month"
        short
        optional
        label={_('needs.since')}
        hint={_('needs.since.hint')}
        error={errors['since']}
        defaultValue={typed('since') ?? before.since}
      />
      <TextArea
        name="tried"
        rows={4}
        optional
        label={_('needs.tried')}
        hint={_('needs.tried.hint')}
        maxLength={needLimits.tried}
        error={errors['tried']}
        defaultValue={typed('tried') ?? before.tried}
      />
    </>
  )
}
