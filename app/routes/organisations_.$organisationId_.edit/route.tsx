import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { placeAsked } from '#app/place.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { Refusal } from '#server/refusal.ts'
import { OrganisationForm } from '../organisations_.new/organisation-form.tsx'
import { refusedPlace } from '../organisations_.new/refused-place.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { organisations, territories } = context.platform
  const [organisation, regions] = await Promise.all([
    organisations.showOrganisation({ organisationId: params['organisationId'] ?? '' }),
    territories.listTerritories({}),
  ]).catch((thrown: unknown) => refusedPage(thrown, request))
  if (!organisation.may.edit) refusedPage(new Refusal('forbidden', 'only-for-representatives'), request)
  return { organisation, regions }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = await formFields(request, params)
  const { organisations } = context.platform
  try {
    const { regionCode, place: named, ...fields } = typed
    const before = await organisations.showOrganisation({ organisationId: params['organisationId'] ?? '' })
    // The name of a municipality may stand twice in a region: a place left as it was is the place it was.
    const isSame =
      regionCode === before.regionCode &&
      named === (before.territory === before.region ? '' : before.territory) &&
      fields['territoryCode'] === undefined
    const place = isSame ? { territoryCode: before.territoryCode } : await placeAsked(context.platform, typed)
    if ('refusal' in place) return refusedPlace(place, typed)
    const { organisationId } = await organisations.editOrganisation({
      ...fields,
      territoryCode: place.territoryCode,
    })
    return redirect(`/organisations/${organisationId}?done=edited`, 303)
  } catch (thrown) {
    return refusedForm(thrown, typed, request)
  }
}

export default function EditOrganisation() {
  const { _ } = useLingui()
  const { organisation, regions } = useLoaderData<typeof loader>()
  const { id, name, territory, region, state } = organisation
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: '/organisations', label: _('organisations.title') },
          { href: `/organisations/${id}`, label: name },
        ]}
      />
      <PageHeading title={_('organisations.edit')} />
      {state === 'verified' && <Notice>{_('organisations.edit.verified')}</Notice>}
      {state === 'rejected' && <Notice>{_('organisations.edit.rejected')}</Notice>}
      <OrganisationForm
        answer={useActionData()}
        regions={regions}
        before={{ ...organisation, place: territory === region ? '' : territory }}
        submit={_('organisations.edit.save')}
      />
    </main>
  )
}
