import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Confirm } from '#app/pieces/confirm.tsx'
import { Done } from '#app/pieces/done.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const tableId = params['tableId'] ?? ''
  const shown = await context.platform.tables
    .showOfficers({ tableId })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...shown, tableId }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { tableId } = await context.platform.tables.appointOfficer(fields)
    return redirect(`/tables/${tableId}/officers?done=appointed`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

const said = { appointed: 'tables.done.appointed', ended: 'tables.done.office-ended' }

export default function Officers() {
  const { _ } = useLingui()
  const { tableId, table, officers, offices } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: '/tables', label: _('tables.title') },
          { href: `/tables/${tableId}`, label: table.text },
        ]}
      />
      <Done said={said} />
      <PageHeading title={_('tables.officers')} />
      <ul className="plain-list stack">
        {officers.map((officer) => (
          <li key={`${officer.personId}${officer.office}`} className="cluster">
            <div>
              <strong>{_(`tables.office.${officer.office}`)}</strong>: <bdi>{officer.name}</bdi>
              <p className="small muted">
                {_('tables.since')} <Moment at={officer.since} as="short" />
              </p>
            </div>
            {offices.includes(officer.office) && (
              <Confirm
                action={`/tables/${tableId}/officers/ending`}
                open={_('tables.office.end')}
                question={_('tables.office.end.question', { name: officer.name })}
                confirm={_('tables.office.end')}
              >
                <input type="hidden" name="personId" value={officer.personId} />
                <input type="hidden" name="office" value={officer.office} />
              </Confirm>
            )}
          </li>
        ))}
      </ul>
      <section className="band">
        <h2>{_('tables.appoint')}</h2>
        <ErrorSummary errors={errors} message={message} />
        <form method="post" className="form">
          <TextField
            name="email"
            type="email"
            label={_('tables.appoint.email')}
            error={errors['email']}
            defaultValue={typed('email')}
          />
          <SelectField
            name="office"
            label={_('tables.appoint.office')}
            options={offices.map((office) => ({ value: office, label: _(`tables.office.${office}`) }))}
            error={errors['office']}
            defaultValue={typed('office') ?? offices.at(-1)}
          />
          <SubmitButton>{_('tables.appoint.send')}</SubmitButton>
        </form>
      </section>
    </main>
  )
}
