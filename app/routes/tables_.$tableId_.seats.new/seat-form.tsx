import { useLingui } from '@lingui/react'
import { ActAndTerm } from '#app/pieces/act-and-term.tsx'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { useRefused } from '#app/use-refused.ts'
import { seatKinds } from '#server/tables/words.ts'

interface SeatFormProps {
  answer: unknown
  organisation: { id: string }
  people: readonly { id: string; name: string }[]
  today: string
  clientId: string
}

export function SeatForm({ answer, organisation, people, today, clientId }: SeatFormProps) {
  const { _ } = useLingui()
  const { errors, message, typed } = useRefused(answer)
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={clientId} />
        <input type="hidden" name="organisationId" value={organisation.id} />
        {errors['organisationId'] && (
          <p className="field-error" id="organisationId" tabIndex={-1}>
            {errors['organisationId']}
          </p>
        )}
        <RadioGroup
          name="kind"
          label={_('tables.seat.kind')}
          choices={seatKinds.map((kind) => ({ value: kind, label: _(`shell.seat.${kind}`) }))}
          chosen={typed('kind') ?? 'voting'}
          error={errors['kind']}
        />
        <ActAndTerm today={today} endsHint={_('tables.ends.hint')} errors={errors} typed={typed} />
        <SelectField
          name="holderId"
          label={_('tables.holder')}
          empty={_('tables.person.later')}
          optional
          options={options}
          error={errors['holderId']}
          defaultValue={typed('holderId') ?? ''}
        />
        <SelectField
          name="alternateId"
          label={_('tables.alternate')}
          empty={_('tables.person.later')}
          optional
          options={options}
          error={errors['alternateId']}
          defaultValue={typed('alternateId') ?? ''}
        />
        <SubmitButton>{_('tables.seat.send')}</SubmitButton>
      </form>
    </>
  )
}
