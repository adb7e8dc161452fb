import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Confirm } from '#app/pieces/confirm.tsx'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { refusedPage } from '#app/refused.ts'
import { releaseAsked } from '#app/release-asked.ts'
import { ReleaseBody } from './release-body.tsx'
import { ReleaseFiles } from './release-files.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return context.platform.releases
    .showResults(releaseAsked(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

export default function SurveyResults() {
  const { _ } = useLingui()
  const shown = useLoaderData<typeof loader>()
  const { survey, consultation, release, releases, may, waits } = shown
  const page = `/surveys/${survey.id}`
  const next = (releases[0]?.number ?? 0) + 1
  const newest = releases[0]?.number
  return (
    <main id="content" className="page">
      <Breadcrumb
        way={[
          { href: `/consultations/${consultation.id}`, label: consultation.title.text },
          { href: page, label: survey.title },
        ]}
      />
      <PageHeading
        title={_('releases.title')}
        above={<bdi>{survey.title}</bdi>}
        lead={release ? _('releases.lead', { n: release.content.people }) : undefined}
      />
      <Done
        said={{
          released: 'releases.done.released',
          cited: 'releases.done.cited',
          withdrawn: 'releases.done.withdrawn',
        }}
      />
      {may.lead && (
        <section className="band stack" aria-labelledby="leading">
          <h2 id="leading">{_('releases.leading')}</h2>
          <p>{_('releases.leading.text')}</p>
          {survey.days.length > 0 && (
            <p>
              {_('releases.days')}{' '}
              {survey.days.map((day, at) => (
                <span key={day}>
                  {at > 0 && ', '}
                  <Moment at={day} />
                </span>
              ))}
            </p>
          )}
          {waits && <Notice>{_(`refusal.${waits}`)}</Notice>}
          {may.release && (
            <Confirm
              action={`${page}/results/publication`}
              open={_('releases.publish', { number: next })}
              question={_('releases.publish.question')}
              confirm={_('releases.publish', { number: next })}
            >
              <input type="hidden" name="number" value={next} />
            </Confirm>
          )}
          <ul className="plain-list cluster">
            <li>
              <a href={`${page}/texts`}>{_('releases.texts')}</a>
            </li>
            <li>
              <a href={`${page}/exports`}>{_('releases.exports')}</a>
            </li>
          </ul>
        </section>
      )}
      {!release && (
        <EmptyState title={_('releases.none')}>
          <p>{_('releases.none.text')}</p>
        </EmptyState>
      )}
      {release && newest !== undefined && release.content.number < newest && (
        <Notice>
          <a href={`${page}/results`}>{_('releases.newer')}</a>
        </Notice>
      )}
      {release && <ReleaseBody shown={shown} content={release.content} />}
      {release && <ReleaseFiles shown={shown} release={release} />}
    </main>
  )
}
