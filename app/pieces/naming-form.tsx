import { useLingui } from '@lingui/react'
import { ActAndTerm } from './act-and-term.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { PageHeading } from './page-heading.tsx'
import { SelectField } from './select-field.tsx'
import { SubmitButton } from './submit-button.tsx'
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
        <ActAndTerm
          today={seat.today}
          endsHint={_('tables.naming.ends.hint')}
          errors={errors}
          typed={typed}
        />
        <SubmitButton>{_('tables.naming.send')}</SubmitButton>
      </form>
    </main>
  )
}
