import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields, searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SurveyLanguages } from '#app/pieces/survey/survey-languages.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { respondingOn, timesAnswered, writeResponding } from '#app/responding-cookie.ts'
import { useRefused } from '#app/use-refused.ts'
import { Refusal } from '#server/refusal.ts'
import { Promises } from './promises.tsx'
import { WaysIn } from './ways-in.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = searchFields(request, ['language', 'code'])
  const shown = await context.platform.responses
    .showIntroduction({ ...asked, surveyId: params['surveyId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return {
    shown,
    code: typeof asked['code'] === 'string' ? asked['code'] : '',
    hasBegun: respondingOn(request) !== undefined,
    isUsedUp: shown.survey.timesEach !== null && timesAnswered(request) >= shown.survey.timesEach,
  }
}

/** Begins to answer. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, { surveyId: params['surveyId'] })
  const { responses } = context.platform
  try {
    if (fields['by'] === 'link') {
      const { survey } = await responses.showIntroduction({ surveyId: fields['surveyId'] })
      if (survey.timesEach !== null && timesAnswered(request) >= survey.timesEach)
        throw new Refusal('conflict', 'survey-answered-already')
    }
    const { surveyId, key } = await responses.beginResponse(fields)
    const held = fields['by'] === 'seat' ? fields['seatId'] : fields['code']
    const responding = {
      key,
      by: typeof fields['by'] === 'string' ? fields['by'] : '',
      ...(typeof held === 'string' && { with: held }),
    }
    return redirect(`/surveys/${surveyId}/answering`, {
      status: 303,
      headers: { 'Set-Cookie': writeResponding(surveyId, responding, context.site.origin) },
    })
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

const done = { reminded: 'responses.done.reminded' }

export default function Introduction() {
  const { _ } = useLingui()
  const { shown, code, hasBegun, isUsedUp } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData<typeof action>())
  const { survey, stage, consultation, table, language, languages } = shown
  const page = `/surveys/${survey.id}`
  return (
    <main id="content" className="page page-narrow">
      {consultation && (
        <Breadcrumb way={[{ href: `/consultations/${consultation.id}`, label: consultation.title.text }]} />
      )}
      <Done said={done} />
      <PageHeading title={survey.title} language={survey.language} above={_('responses.survey')} />
      <SurveyLanguages languages={languages} language={language} page={page} />
      <ErrorSummary errors={errors} message={message} />
      <dl className="terms">
        <div>
          <dt>{_('responses.who-runs')}</dt>
          <dd>
            <bdi>{table.text}</bdi>
          </dd>
        </div>
        <div>
          <dt>{_('responses.how-long')}</dt>
          <dd>{_('responses.how-long.text', { questions: shown.questions, pages: shown.pages })}</dd>
        </div>
        <div>
          <dt>{_(stage === 'planned' ? 'responses.opens' : 'responses.until')}</dt>
          <dd>
            <Moment at={stage === 'planned' ? survey.opensAt : survey.closesAt} as="day-time" />
          </dd>
        </div>
      </dl>
      {stage === 'closed' && <Notice>{_('refusal.survey-closed')}</Notice>}
      {stage === 'planned' && <Notice>{_('refusal.survey-not-open')}</Notice>}
      {hasBegun && stage === 'open' && (
        <Notice title={_('responses.begun')}>
          <a href={`${page}/answering`}>{_('responses.carry-on')}</a>
        </Notice>
      )}
      {stage === 'open' && (
        <WaysIn shown={shown} code={typed('code') ?? code} isUsedUp={isUsedUp} errors={errors} />
      )}
      <Promises shown={shown} />
    </main>
  )
}
