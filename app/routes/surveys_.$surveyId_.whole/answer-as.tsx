import { useLingui } from '@lingui/react'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { WholeShown } from '#server/responses/contract.ts'

interface AnswerAsProps {
  access: WholeShown['access']
  seats: WholeShown['ways']['seats']
}

/** As whom one answers: looked at when the answers arrive, since a kept page does not know who opens it. */
export function AnswerAs({ access, seats }: AnswerAsProps) {
  const { _ } = useLingui()
  const choices = access.flatMap((way) =>
    way === 'seat' && seats.length > 0
      ? seats.map(({ seatId, name }) => ({ value: `seat:${seatId}`, label: name }))
      : [{ value: way, label: _(`responses.as.${way}`) }],
  )
  const [first] = choices
  return (
    <>
      {choices.length === 1 ? (
        <input type="hidden" name="~by" value={first?.value} />
      ) : (
        <RadioGroup name="~by" label={_('responses.as')} choices={choices} chosen={first?.value} />
      )}
      {access.includes('code') && (
        <TextField
          name="~code"
          label={_('responses.code')}
          hint={_('responses.code.hint')}
          autoComplete="off"
          dir="ltr"
          short
          optional={access.length > 1}
        />
      )}
    </>
  )
}
