import { useLingui } from '@lingui/react'
import { useContext } from 'react'
import { FieldGroup } from '#app/pieces/field.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { AskedInForm } from './asked-in.tsx'
import { Ours } from './ours.tsx'
import type { AskedProps } from './asked-props.ts'

const shown = (part: string) => (part === '-' ? '' : part)

/** Coordinates, if somebody offers them: two numbers, which a script may fill in from the phone when asked to. */
export function PointQuestion({ question, words }: AskedProps) {
  const { _ } = useLingui()
  const { typed } = useContext(AskedInForm)
  const { path, value } = question
  const [latitude = '', longitude = '', altitude = '0', accuracy = '0'] = value.split(' ')
  return (
    <FieldGroup {...words}>
      {() => (
        <div className="survey-place" data-point={path}>
          <TextField
            name={`${path}~lat`}
            id={path}
            label={<Ours>{_('responses.latitude')}</Ours>}
            defaultValue={typed(`${path}~lat`) ?? shown(latitude)}
            inputMode="decimal"
            dir="ltr"
            required={false}
            short
          />
          <TextField
            name={`${path}~lon`}
            label={<Ours>{_('responses.longitude')}</Ours>}
            defaultValue={typed(`${path}~lon`) ?? shown(longitude)}
            inputMode="decimal"
            dir="ltr"
            required={false}
            short
          />
          <button type="button" hidden className="btn btn-outline-primary btn-small" data-position={path}>
            <Ours>{_('offline.point.here')}</Ours>
          </button>
          <p className="field-error" role="alert" hidden>
            <Ours>{_('offline.point.failed')}</Ours>
          </p>
          <input type="hidden" name={`${path}~alt`} value={altitude} />
          <input type="hidden" name={`${path}~acc`} value={accuracy} />
        </div>
      )}
    </FieldGroup>
  )
}
