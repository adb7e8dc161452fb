import { useLingui } from '@lingui/react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { DateField } from '#app/pieces/date-field.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { useRefused } from '#app/use-refused.ts'
import type { SeatHistory } from '#server/tables/contract.ts'

interface NamingFormProps {
  title: string
  seat: Pick<SeatHistory, 'id' | 'table' | 'organisation' | 'people' | 'today'>
  answer: unknown
}

/** Who fills the seat from a day on: the same questions for the holder and the alternate. */
export function NamingForm({ title, seat, answer }: NamingFormProps) {
  const { _ } = useLingui()
  const { errors, message, typed } = useRefused(answer)
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: '/tables', label: _('tables.title') },
          { href: `/tables/${seat.table.id}`, label: seat.table.name.text },
          { href: `/seats/${seat.id}`, label: seat.organisation.name },
        ]}
      />
      <PageHeading title={title} lead={<bdi>{seat.organisation.name}</bdi>} />
      <Notice>{_('tables.naming.text')}</Notice>
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <SelectField
          name="personId"
          label={_('tables.person')}
          empty={_('tables.person.choose')}
          options={seat.people.map(({ id, name }) => ({ value: id, label: name }))}
          error={errors['personId']}
          defaultValue={typed('personId') ?? ''}
        />
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
          max={seat.today}
          error={errors['actDate']}
          defaultValue={typed('actDate')}
        />
        <DateField
          name="startsOn"
          label={_('tables.starts')}
          error={errors['startsOn']}
          defaultValue={typed('startsOn') ?? seat.today}
        />
        <DateField
          name="endsOn"
          label={_('tables.ends')}
          hint={_('tables.naming.ends.hint')}
          optional
          error={errors['endsOn']}
          defaultValue={typed('endsOn')}
        />
        <SubmitButton>{_('tables.naming.send')}</SubmitButton>
      </form>
    </main>
  )
}
