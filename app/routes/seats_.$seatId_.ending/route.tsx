import { useLingui } from '@lingui/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { DateField } from '#app/pieces/date-field.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { changeSeat, loadSeatToChange } from '#app/seat-to-change.ts'
import { useRefused } from '#app/use-refused.ts'

export function loader(asked: LoaderFunctionArgs) {
  return loadSeatToChange(asked, 'end')
}

export function action(asked: ActionFunctionArgs) {
  return changeSeat(asked, 'endSeat', 'ended')
}

export default function Ending() {
  const { _ } = useLingui()
  const seat = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: '/tables', label: _('tables.title') },
          { href: `/tables/${seat.table.id}`, label: seat.table.name.text },
          { href: `/seats/${seat.id}`, label: seat.organisation.name },
        ]}
      />
      <PageHeading title={_('tables.seat.end')} lead={_('tables.seat.end.lead')} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <DateField
          name="endsOn"
          label={_('tables.end.day')}
          error={errors['endsOn']}
          defaultValue={typed('endsOn') ?? seat.today}
        />
        <TextField
          name="reason"
          label={_('tables.end.reason')}
          hint={_('tables.end.reason.hint')}
          maxLength={300}
          error={errors['reason']}
          defaultValue={typed('reason')}
        />
        <SubmitButton tone="danger">{_('tables.seat.end')}</SubmitButton>
      </form>
    </main>
  )
}
