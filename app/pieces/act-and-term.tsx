import { useLingui } from '@lingui/react'
import { DateField } from './date-field.tsx'
import { TextField } from './text-field.tsx'

interface ActAndTermProps {
  today: string
  endsHint: string
  errors: Record<string, string | undefined>
  typed: (name: string) => string | undefined
}

/** By which act somebody is appointed, and from when to when. */
export function ActAndTerm({ today, endsHint, errors, typed }: ActAndTermProps) {
  const { _ } = useLingui()
  return (
    <>
      <TextField
        name="actNumber"
        label={_('tables.act.number')}
        hint={_('tables.act.hint')}
        short
        error={errors['actNumber']}
        defaultValue={typed('actNumber')}
      />
      <DateField
        name="actDate"
        label={_('tables.act.date')}
        max={today}
        error={errors['actDate']}
        defaultValue={typed('actDate')}
      />
      <DateField
        name="startsOn"
        label={_('tables.starts')}
        error={errors['startsOn']}
        defaultValue={typed('startsOn') ?? today}
      />
      <DateField
        name="endsOn"
        label={_('tables.ends')}
        hint={endsHint}
        optional
        error={errors['endsOn']}
        defaultValue={typed('endsOn')}
      />
    </>
  )
}
