import { useLingui } from '@lingui/react'
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { refusedPage } from '#app/refused.ts'
import { respondingOn } from '#app/responding-cookie.ts'
import { begunKeptDays } from '#server/responses/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const surveyId = params['surveyId'] ?? ''
  const responding = respondingOn(request)
  if (!responding) throw redirect(`/surveys/${surveyId}/answering/resumption`)
  const { key } = responding
  const { survey } = await context.platform.responses
    .showPage({ surveyId, key })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return {
    survey,
    code: key.replace(/(.{4})(?!$)/g, '$1-'),
    link: `${context.site.origin}/surveys/${surveyId}/answering/resumption?key=${key}`,
  }
}

export default function Saved() {
  const { _ } = useLingui()
  const { survey, code, link } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('responses.saved')} above={survey.title} lead={_('responses.saved.lead')} />
      <dl className="terms">
        <div>
          <dt>{_('responses.saved.code')}</dt>
          <dd className="resume-code" dir="ltr">
            {code}
          </dd>
        </div>
        <div>
          <dt>{_('responses.saved.link')}</dt>
          <dd dir="ltr" className="resume-link">
            <a href={link}>{link}</a>
          </dd>
        </div>
      </dl>
      <p>{_('responses.saved.text', { days: begunKeptDays })}</p>
      <p>
        <a className="btn btn-primary" href={`/surveys/${survey.id}/answering`}>
          {_('responses.carry-on')}
        </a>
      </p>
    </main>
  )
}
