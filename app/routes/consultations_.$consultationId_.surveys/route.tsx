import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SurveyState } from '#app/pieces/survey-state.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { consultations, surveys } = context.platform
  const [{ id, title }, listed] = await Promise.all([
    consultations.showConsultation(params),
    surveys.listSurveys(params),
  ]).catch((thrown: unknown) => refusedPage(thrown, request))
  return { id, title, ...listed }
}

export default function Surveys() {
  const { _ } = useLingui()
  const { id, title, surveys, mayCompose, leads } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/consultations/${id}`, label: title.text }]} />
      <PageHeading title={_('surveys.title')} lead={_('surveys.lead')} />
      {mayCompose && (
        <p>
          <a className="btn btn-primary" href={`/consultations/${id}/surveys/new`}>
            {_('surveys.compose')}
          </a>
        </p>
      )}
      {surveys.length === 0 ? (
        <EmptyState title={_('surveys.none')} />
      ) : (
        <ul className="plain-list stack">
          {surveys.map((survey) => (
            <li key={survey.id} className="band">
              <h2 className="h5">
                <a href={survey.isDraft ? `/surveys/${survey.id}/form` : `/surveys/${survey.id}`}>
                  <bdi>{survey.title}</bdi>
                </a>
              </h2>
              <p className="cluster">
                <SurveyState state={survey.state} />
                <span>
                  {_('surveys.until')} <Moment at={survey.closesAt} as="day-time" />
                </span>
                {leads && !survey.isDraft && <a href={`/surveys/${survey.id}/form`}>{_('surveys.manage')}</a>}
                {!survey.isDraft && <a href={`/surveys/${survey.id}/results`}>{_('releases.title')}</a>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}
