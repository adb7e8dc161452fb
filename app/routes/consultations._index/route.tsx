import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Pagination } from '#app/pieces/pagination.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedPage } from '#app/refused.ts'
import { stages } from '#server/consultations/words.ts'
import { programmeRegions } from '#server/territories/words.ts'
import { ConsultationCard } from './consultation-card.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { consultations, territories } = context.platform
  const { region, ...asked } = searchFields(request, ['region', 'stage', 'after'])
  const [list, regions] = await Promise.all([
    consultations.listConsultations({ ...asked, territory: region }),
    territories.listTerritories({}),
  ]).catch((thrown: unknown) => refusedPage(thrown, request))
  const { searchParams } = new URL(request.url)
  return {
    ...list,
    regions: regions.filter(({ code }) => programmeRegions.some((each) => each === code)),
    region: searchParams.get('region') ?? '',
    stage: searchParams.get('stage') ?? '',
  }
}

export default function Consultations() {
  const { _ } = useLingui()
  const { consultations, older, regions, region, stage } = useLoaderData<typeof loader>()
  const search = new URLSearchParams()
  if (region) search.set('region', region)
  if (stage) search.set('stage', stage)
  if (older) search.set('after', older)
  return (
    <main id="content" className="page">
      <PageHeading title={_('consultations.title')} lead={_('consultations.lead')} />
      <form method="get" className="filters" aria-label={_('consultations.filter')}>
        <SelectField
          name="region"
          label={_('consultations.region')}
          empty={_('consultations.region.all')}
          options={[
            ...regions.map(({ code, name }) => ({ value: code, label: name })),
            { value: 'interregional', label: _('tables.interregional') },
          ]}
          defaultValue={region}
          required={false}
        />
        <SelectField
          name="stage"
          label={_('consultations.stage')}
          options={stages.map((each) => ({
            value: each,
            label:
              each === 'open' || each === 'closed'
                ? _(`consultations.stage.${each}`)
                : _(`shell.phase.${each}`),
          }))}
          defaultValue={stage || 'open'}
          required={false}
        />
        <SubmitButton tone="quiet">{_('consultations.show')}</SubmitButton>
      </form>
      {consultations.length === 0 && (
        <EmptyState title={_('consultations.none')}>{_('consultations.none.text')}</EmptyState>
      )}
      <ul className="grid">
        {consultations.map((consultation) => (
          <li key={consultation.id}>
            <ConsultationCard consultation={consultation} />
          </li>
        ))}
      </ul>
      <Pagination older={older ? `/consultations?${search.toString()}` : null} />
    </main>
  )
}
