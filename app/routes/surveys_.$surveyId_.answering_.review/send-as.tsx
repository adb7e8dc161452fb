import { useLingui } from '@lingui/react'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { WaysShown } from '#server/responses/contract.ts'

interface SendAsProps {
  ways: WaysShown
  by: string
  held: string
  errors: Record<string, string | undefined>
  typed: (name: string) => string | undefined
}

/** As whom it is sent: as it was begun, or, carried on with a code on another device, as the reader says now. */
export function SendAs({ ways, by, held, errors, typed }: SendAsProps) {
  const { _ } = useLingui()
  const way = by || typed('by') || (ways.link ? 'link' : ways.account === 'closed' ? 'code' : 'account')
  if (by !== '' && !errors['code']) return <input type="hidden" name="by" value={by} />
  const open = [
    ...(ways.link ? [{ value: 'link', label: _('responses.as.link') }] : []),
    ...(ways.account === 'closed' ? [] : [{ value: 'account', label: _('responses.as.account') }]),
    ...(ways.seats.length > 0 ? [{ value: 'seat', label: _('responses.as.seat') }] : []),
    ...(ways.code ? [{ value: 'code', label: _('responses.as.code') }] : []),
  ]
  return (
    <>
      <SelectField name="by" label={_('responses.as')} options={open} defaultValue={way} />
      {ways.seats.length > 1 && (
        <SelectField
          name="seatId"
          label={_('responses.as.which-seat')}
          options={ways.seats.map(({ seatId, name }) => ({ value: seatId, label: name }))}
          defaultValue={typed('seatId') ?? held}
          optional
        />
      )}
      {ways.code && (
        <TextField
          name="code"
          label={_('responses.code')}
          hint={_('responses.code.hint')}
          defaultValue={typed('code') ?? (by === 'code' ? held : '')}
          error={errors['code']}
          dir="ltr"
          optional
          short
        />
      )}
    </>
  )
}
