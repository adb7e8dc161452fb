import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Done } from '#app/pieces/done.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const queues = await context.platform.jobs
    .listJobs({})
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { queues }
}

const numbers = ['waiting', 'running', 'retrying', 'failed'] as const
const moments = ['oldestWaitingAt', 'nextAttemptAt', 'lastDoneAt'] as const

export default function Jobs() {
  const { _ } = useLingui()
  const { queues } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page">
      <PageHeading title={_('jobs.title')} lead={_('jobs.lead')} />
      <Done said={{ retried: 'jobs.done.retried' }} />
      <ul className="grid">
        {queues.map((queue) => (
          <li key={queue.queue}>
            <section className="card" aria-labelledby={queue.queue}>
              <h2 className="card-title" id={queue.queue}>
                {_(`jobs.queue.${queue.queue}`)}
              </h2>
              <dl className="jobs-figures">
                {numbers.map((name) => (
                  <div key={name}>
                    <dt>{_(`jobs.${name}`)}</dt>
                    <dd className="number">{queue[name]}</dd>
                  </div>
                ))}
                {moments.map((name) => {
                  const at = queue[name]
                  return at ? (
                    <div key={name}>
                      <dt>{_(`jobs.${name}`)}</dt>
                      <dd>
                        <Moment at={at} as="day-time" />
                      </dd>
                    </div>
                  ) : null
                })}
              </dl>
              {queue.lastError && (
                <p className="small">
                  {_('jobs.last-error')} <code dir="ltr">{queue.lastError}</code>
                </p>
              )}
              {queue.failed > 0 && (
                <form method="post" action="/admin/jobs/retries">
                  <SubmitButton tone="quiet" small name="queue" value={queue.queue}>
                    {_('jobs.retry')}
                  </SubmitButton>
                </form>
              )}
            </section>
          </li>
        ))}
      </ul>
    </main>
  )
}
