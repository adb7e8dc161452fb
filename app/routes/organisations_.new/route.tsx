import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { placeAsked } from '#app/place.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { Refusal } from '#server/refusal.ts'
import { OrganisationForm } from './organisation-form.tsx'
import { refusedPlace } from './refused-place.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { territories, actor } = context.platform
  if (actor.kind === 'guest') refusedPage(new Refusal('forbidden', 'sign-in-first'), request)
  return { regions: await territories.listTerritories({}), clientId: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const typed = await formFields(request)
  try {
    const place = await placeAsked(context.platform, typed)
    if ('refusal' in place) return refusedPlace(place, typed)
    const { regionCode: _regionCode, place: _place, ...fields } = typed
    const { organisationId } = await context.platform.organisations.registerOrganisation({
      ...fields,
      territoryCode: place.territoryCode,
    })
    return redirect(`/organisations/${organisationId}?done=registered`, 303)
  } catch (thrown) {
    return refusedForm(thrown, typed, request)
  }
}

export default function NewOrganisation() {
  const { _ } = useLingui()
  const { regions, clientId } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: '/organisations', label: _('organisations.title') }]} />
      <PageHeading title={_('organisations.new')} lead={_('organisations.new.lead')} />
      <OrganisationForm
        answer={useActionData()}
        regions={regions}
        clientId={clientId}
        submit={_('organisations.new.send')}
      />
    </main>
  )
}
