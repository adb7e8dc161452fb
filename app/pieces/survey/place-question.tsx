import { useLingui } from '@lingui/react'
import { FieldGroup } from '#app/pieces/field.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { Ours } from './ours.tsx'
import type { AskedProps } from './asked-props.ts'

const asOptions = (places: readonly { code: string; name: string }[]) =>
  places.map(({ code, name }) => ({ value: code, label: name }))

/** A region, in it a province, in it a municipality: each list is asked for by a button where no script brings it. */
export function PlaceQuestion({ question, words }: AskedProps) {
  const { _ } = useLingui()
  const { path, place } = question
  if (!place) return null
  const { region, province, municipality, regions, provinces, municipalities } = place
  const more = (level: 'province' | 'municipality') => (
    <button className="btn btn-outline-primary btn-small" name="~go" value={`stay:${path}`} data-place>
      <Ours>{_(`responses.place.more.${level}`)}</Ours>
    </button>
  )
  return (
    <FieldGroup {...words}>
      {() => (
        <div className="survey-place" data-place-of={path}>
          {/* A list may be left over from another region: this says for which it was drawn. */}
          <input type="hidden" name={`${path}~of`} value={`${region} ${province}`} />
          <SelectField
            name={`${path}~region`}
            id={path}
            label={<Ours>{_('responses.place.region')}</Ours>}
            options={asOptions(regions)}
            empty={_('responses.choose')}
            defaultValue={region}
            required={false}
          />
          {provinces.length === 0 && more('province')}
          <div data-level="province" hidden={provinces.length === 0}>
            <SelectField
              name={`${path}~province`}
              label={<Ours>{_('responses.place.province')}</Ours>}
              options={asOptions(provinces)}
              empty={_('responses.place.whole-region')}
              defaultValue={province}
              required={false}
              disabled={provinces.length === 0}
            />
          </div>
          {provinces.length > 0 && municipalities.length === 0 && more('municipality')}
          <div data-level="municipality" hidden={municipalities.length === 0}>
            <SelectField
              name={`${path}~municipality`}
              label={<Ours>{_('responses.place.municipality')}</Ours>}
              options={asOptions(municipalities)}
              empty={_('responses.place.whole-province')}
              defaultValue={municipality}
              required={false}
              disabled={municipalities.length === 0}
            />
          </div>
        </div>
      )}
    </FieldGroup>
  )
}
