import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields, searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { SeatForm } from './seat-form.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const tableId = params['tableId'] ?? ''
  const shown = await context.platform.tables
    .showAppointing({ ...searchFields(request, ['organisationId']), tableId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const chosenId = new URL(request.url).searchParams.get('organisationId')
  const chosen = shown.organisations.find(({ id }) => id === chosenId)
  return { ...shown, tableId, chosen: chosen ?? null, clientId: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { tableId } = await context.platform.tables.appointSeat(fields)
    return redirect(`/tables/${tableId}?done=seated`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function NewSeat() {
  const { _ } = useLingui()
  const { tableId, table, organisations, chosen, people, today, clientId } = useLoaderData<typeof loader>()
  const answer = useActionData()
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: '/tables', label: _('tables.title') },
          { href: `/tables/${tableId}`, label: table.text },
        ]}
      />
      <PageHeading title={_('tables.seat.new')} {...(chosen && { lead: <bdi>{chosen.name}</bdi> })} />
      {chosen ? (
        <SeatForm answer={answer} organisation={chosen} people={people} today={today} clientId={clientId} />
      ) : (
        <form method="get" className="form">
          <SelectField
            name="organisationId"
            label={_('tables.organisation')}
            hint={_('tables.organisation.hint')}
            empty={_('tables.organisation.choose')}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SubmitButton>{_('tables.go-on')}</SubmitButton>
        </form>
      )}
    </main>
  )
}
