import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { languageName } from '#app/language-names.ts'
import { Card } from '#app/pieces/card.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { refusedPage } from '#app/refused.ts'
import { organisationKinds } from '#server/organisations/words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { organisations, territories, actor } = context.platform
  const { region, ...asked } = searchFields(request, ['name', 'region', 'kind', 'after'])
  const [list, regions] = await Promise.all([
    organisations.listOrganisations({ ...asked, regionCode: region }),
    territories.listTerritories({}),
  ]).catch((thrown: unknown) => refusedPage(thrown, request))
  const { searchParams } = new URL(request.url)
  return {
    ...list,
    regions,
    asked: Object.fromEntries(['name', 'region', 'kind'].map((name) => [name, searchParams.get(name) ?? ''])),
    isGuest: actor.kind === 'guest',
  }
}

export default function Organisations() {
  const { _, i18n } = useLingui()
  const { organisations, older, regions, asked, isGuest } = useLoaderData<typeof loader>()
  const search = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  if (older) search.set('after', older)
  return (
    <main id="content" className="page">
      <PageHeading title={_('organisations.title')} lead={_('organisations.lead')}>
        <p className="cluster">
          <a className="btn btn-primary" href="/organisations/new">
            {_('organisations.register')}
          </a>
          {!isGuest && <a href="/me/organisations">{_('organisations.mine')}</a>}
        </p>
      </PageHeading>
      <form method="get" className="filters" aria-label={_('organisations.search')}>
        <TextField
          name="name"
          type="search"
          label={_('organisations.name')}
          required={false}
          defaultValue={asked['name']}
        />
        <SelectField
          name="region"
          label={_('organisations.region')}
          empty={_('organisations.region.all')}
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={asked['region']}
          required={false}
        />
        <SelectField
          name="kind"
          label={_('organisations.kind')}
          empty={_('organisations.kind.all')}
          options={organisationKinds.map((kind) => ({ value: kind, label: _(`organisations.kind.${kind}`) }))}
          defaultValue={asked['kind']}
          required={false}
        />
        <SubmitButton tone="quiet">{_('organisations.find')}</SubmitButton>
      </form>
      {organisations.length === 0 && (
        <EmptyState title={_('organisations.none')}>{_('organisations.none.text')}</EmptyState>
      )}
      <ul className="grid">
        {organisations.map((organisation) => (
          <li key={organisation.id}>
            <Card
              level={2}
              above={_(`organisations.kind.${organisation.kind}`)}
              title={<bdi>{organisation.name}</bdi>}
              href={`/organisations/${organisation.id}`}
              foot={organisation.territory}
            >
              {organisation.languages.length > 0 &&
                organisation.languages.map((language) => languageName(language, i18n.locale)).join(', ')}
            </Card>
          </li>
        ))}
      </ul>
      <Pagination older={older ? `/organisations?${search.toString()}` : null} />
    </main>
  )
}
