import { useLingui } from '@lingui/react'
import type { PlaceFound } from '#app/place.ts'
import { RadioGroup } from './choices.tsx'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

interface PlaceFieldsProps {
  regions: readonly { code: string; name: string }[]
  /** When what was typed fits several places, or none exactly: which ones. */
  found: readonly PlaceFound[]
  errors: Record<string, string | undefined>
  typed: (name: string) => string | undefined
  before?: { regionCode: string; place: string }
}

/** A region from a list, and inside it a province or a municipality by name: works without scripts on 8,000 places. */
export function PlaceFields({ regions, found, errors, typed, before }: PlaceFieldsProps) {
  const { _ } = useLingui()
  return (
    <>
      <SelectField
        name="regionCode"
        label={_('organisations.region')}
        empty={_('organisations.region.choose')}
        options={regions.map(({ code, name }) => ({ value: code, label: name }))}
        error={errors['regionCode']}
        defaultValue={typed('regionCode') ?? before?.regionCode ?? ''}
      />
      <TextField
        name="place"
        label={_('organisations.place')}
        hint={_('organisations.place.hint')}
        optional
        error={errors['place'] ?? errors['territoryCode']}
        defaultValue={typed('place') ?? before?.place}
      />
      {found.length > 0 && (
        <RadioGroup
          name="territoryCode"
          label={_('organisations.place.which')}
          choices={found.map(({ code, name, within }) => ({ value: code, label: name, hint: within }))}
          chosen={typed('territoryCode')}
        />
      )}
    </>
  )
}
