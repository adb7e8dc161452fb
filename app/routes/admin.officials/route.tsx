import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Confirm } from '#app/pieces/confirm.tsx'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  return context.platform.officials.listOfficials({}).catch((thrown: unknown) => refusedPage(thrown, request))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await formFields(request)
  try {
    await context.platform.officials.appointOfficial(fields)
    return redirect('/admin/officials?done=appointed', 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

const said = { appointed: 'officials.done.appointed', ended: 'officials.done.ended' }

export default function Officials() {
  const { _ } = useLingui()
  const { officials, offices } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const officeSaid = (region: string | null) =>
    region === null ? _('officials.coordinator') : _('officials.official', { region })
  return (
    <main id="content" className="page page-narrow">
      <Done said={said} />
      <PageHeading title={_('officials.title')} lead={_('officials.lead')} />
      {officials.length === 0 && <EmptyState title={_('officials.none')} />}
      <ul className="plain-list stack">
        {officials.map(({ personId, email, office, region, isYours }) => (
          <li key={`${personId}${office}`} className="cluster">
            <div>
              <strong>{officeSaid(region)}</strong>
              <p className="small">
                <bdi>{email}</bdi>
              </p>
            </div>
            {isYours && (
              <Confirm
                action="/admin/officials/ending"
                open={_('officials.end')}
                question={_('officials.end.question', { name: email })}
                confirm={_('officials.end')}
              >
                <input type="hidden" name="personId" value={personId} />
                <input type="hidden" name="office" value={office} />
              </Confirm>
            )}
          </li>
        ))}
      </ul>
      <section className="band">
        <h2>{_('officials.appoint')}</h2>
        <ErrorSummary errors={errors} message={message} />
        <form method="post" className="form">
          <TextField
            name="email"
            type="email"
            label={_('officials.email')}
            hint={_('officials.email.hint')}
            error={errors['email']}
            defaultValue={typed('email')}
          />
          <SelectField
            name="office"
            label={_('officials.office')}
            empty={_('responses.choose')}
            options={offices.map(({ office, region }) => ({ value: office, label: officeSaid(region) }))}
            error={errors['office']}
            defaultValue={typed('office')}
          />
          <SubmitButton>{_('officials.send')}</SubmitButton>
        </form>
      </section>
    </main>
  )
}
