import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { InOtherLanguages } from '#app/pieces/in-other-languages.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { PlaceFields } from '#app/pieces/place-fields.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { placeAsked, type PlaceFound } from '#app/place.ts'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { refusedPlace } from '../organisations_.new/refused-place.ts'

const interregional = 'interregional'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { tables, territories } = context.platform
  const [, regions] = await Promise.all([tables.showFounding({}), territories.listTerritories({})]).catch(
    (thrown: unknown) => refusedPage(thrown, request),
  )
  return { regions, clientId: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const typed = await formFields(request)
  const { regionCode, place: _place, ...fields } = typed
  try {
    const place =
      regionCode === interregional ? { territoryCode: '' } : await placeAsked(context.platform, typed)
    if ('refusal' in place) return refusedPlace(place, typed)
    const { tableId } = await context.platform.tables.foundTable({
      ...fields,
      territoryCode: place.territoryCode,
    })
    return redirect(`/tables/${tableId}?done=founded`, 303)
  } catch (thrown) {
    return refusedForm(thrown, typed, request)
  }
}

export default function NewTable() {
  const { _ } = useLingui()
  const { regions, clientId } = useLoaderData<typeof loader>()
  const answer = useActionData<{ found?: PlaceFound[] }>()
  const { errors, message, typed } = useRefused(answer)
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: '/tables', label: _('tables.title') }]} />
      <PageHeading title={_('tables.new')} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={clientId} />
        <TextField
          name="nameIt"
          label={_('tables.name')}
          maxLength={120}
          lang="it"
          error={errors['nameIt']}
          defaultValue={typed('nameIt')}
        />
        <TextArea
          name="purposeIt"
          label={_('tables.purpose')}
          hint={_('tables.purpose.hint')}
          optional
          rows={3}
          lang="it"
          error={errors['purposeIt']}
          defaultValue={typed('purposeIt')}
        />
        <PlaceFields
          regions={[{ code: interregional, name: _('tables.interregional') }, ...regions]}
          found={answer?.found ?? []}
          errors={errors}
          typed={typed}
        />
        <InOtherLanguages
          fields={[
            { stem: 'name', label: _('tables.name') },
            { stem: 'purpose', label: _('tables.purpose'), rows: 3 },
          ]}
          errors={errors}
          typed={typed}
        />
        <SubmitButton>{_('tables.new.send')}</SubmitButton>
      </form>
    </main>
  )
}
