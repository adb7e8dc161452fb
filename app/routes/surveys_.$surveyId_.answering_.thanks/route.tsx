import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return context.platform.responses
    .showThanks({ ...searchFields(request, ['language']), surveyId: params['surveyId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

export default function Thanks() {
  const { _ } = useLingui()
  const { survey, thanks, language, mayEnterOnBehalf } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('responses.thanks')} above={survey.title} lead={_('responses.thanks.lead')} />
      {thanks !== '' && (
        <section aria-labelledby="happens">
          <h2 id="happens">{_('responses.happens')}</h2>
          <UserText text={thanks} language={language.code} />
        </section>
      )}
      {mayEnterOnBehalf && (
        <p>
          <a href={`/surveys/${survey.id}/answering/on-behalf`}>{_('responses.on-behalf.next')}</a>
        </p>
      )}
      <p>
        <a href={`/surveys/${survey.id}`}>{_('responses.to-survey')}</a>
      </p>
    </main>
  )
}
