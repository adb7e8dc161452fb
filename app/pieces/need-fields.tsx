import { useLingui } from '@lingui/react'
import { RichText } from '#app/editor/rich-text.tsx'
import type { NeedFormAnswer } from '#app/need-form.ts'
import { useRefused } from '#app/use-refused.ts'
import type { RichDocument } from '#server/documents/contract.ts'
import type { PlaceFound } from '#server/needs/contract.ts'
import { areas, concerns, needLimits, urgencies } from '#server/needs/words.ts'
import { CheckboxGroup, RadioGroup } from './choices.tsx'
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
  // The place that was picked among several of a name stays picked, while other things are mended.
  const place = typed('territoryCode') ?? before.territoryCode
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
      <SelectField
        name="regionCode"
        label={_('needs.filter.region')}
        empty={_('needs.region.choose')}
        options={regions.map(({ code, name }) => ({ value: code, label: name }))}
        error={errors['regionCode']}
        defaultValue={typed('regionCode') ?? before.regionCode ?? ''}
      />
      <TextField
        name="place"
        optional
        label={_('needs.place')}
        hint={_('needs.place.hint')}
        error={errors['place']}
        defaultValue={typed('place') ?? before.place}
      />
      <WhichPlace places={answer?.places ?? []} />
      {place && !answer?.places.length && <input type="hidden" name="territoryCode" value={place} />}
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

/** When the name that was typed means several places. */
function WhichPlace({ places }: { places: PlaceFound[] }) {
  const { _ } = useLingui()
  if (places.length === 0) return null
  return (
    <RadioGroup
      name="territoryCode"
      label={_('needs.place.which')}
      choices={places.map(({ code, name, level, province }) => ({
        value: code,
        label: name,
        hint: level === 'province' ? _('needs.place.province') : province,
      }))}
    />
  )
}
