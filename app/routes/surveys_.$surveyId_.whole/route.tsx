import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { DrawnList } from '#app/pieces/survey/drawn-list.tsx'
import { SentToScript } from '#app/pieces/survey/survey-script.tsx'
import { useReasons } from '#app/pieces/survey/use-reasons.ts'
import { refusedPage } from '#app/refused.ts'
import { timesAnswered } from '#app/responding-cookie.ts'
import type { RouteHandle } from '#app/route-handle.ts'
// oxlint-disable-next-line import/default -- Vite answers the address of the file it makes
import worker from '#app/survey-page/survey-worker.ts?worker&url'
// oxlint-disable-next-line import/default -- Vite answers the address of the file it makes
import whole from '#app/survey-page/whole.ts?worker&url'
import { AnswerAs } from './answer-as.tsx'
import { Said } from './said.tsx'

export const handle: RouteHandle = { script: true }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const shown = await context.platform.responses
    .showWhole({ ...searchFields(request, ['language']), surveyId: params['surveyId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const { timesEach } = shown.survey
  return { ...shown, isUsedUp: shown.ways.link && timesEach !== null && timesAnswered(request) >= timesEach }
}

/** All that the server or the page itself may say to answers that come as one. */
const reasons = [
  'needed',
  'not-valid',
  'not-in-list',
  'not-a-number',
  'not-a-day',
  'not-a-time',
  'not-coordinates',
  'too-long',
  'too-small',
  'too-big',
  'not-on-step',
  'rank-each-once',
  'consent-needed',
  'read-only',
  'unknown-field',
  'said',
  'does-not-fit',
  'sign-in-first',
  'survey',
  'not-your-seat',
  'survey-closed',
  'survey-full',
  'survey-quota-full',
  'survey-answered-already',
  'survey-not-this-way',
  'survey-code-unknown',
  'survey-not-open',
]

/** A whole survey on one page, that works where there is no line once it has been opened. */
export default function Whole() {
  const { _ } = useLingui()
  const shown = useLoaderData<typeof loader>()
  const { survey, language, languages, pages, script, thanks } = shown
  const words = useReasons(reasons)
  const address = `/surveys/${survey.id}`
  return (
    <main id="content" className="page page-narrow" data-worker={worker}>
      <PageHeading title={survey.title} language={survey.language} above={_('offline.above')} />
      {languages.length > 1 && (
        <nav className="survey-languages" aria-label={_('responses.languages')}>
          <ul className="cluster">
            {languages.map(({ name, code, label, direction }) => (
              <li key={code}>
                <a
                  href={`${address}/whole?language=${code}`}
                  lang={code}
                  dir={direction}
                  data-language={code}
                  aria-current={name === language.name ? 'page' : undefined}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div id="without-script">
        <Notice>
          {_('offline.no-script')} <a href={address}>{_('offline.page-by-page')}</a>
        </Notice>
      </div>
      {shown.isUsedUp && <Notice>{_('responses.device-answered')}</Notice>}
      <Said thanks={thanks} language={language} />
      <p>{_('offline.lead')}</p>
      <form method="post" className="form survey-form" noValidate hidden>
        <div className="survey-words" lang={language.code} dir={language.direction}>
          {pages.map((drawn, at) => (
            <DrawnList key={at} drawn={drawn} />
          ))}
        </div>
        <AnswerAs access={shown.access} seats={shown.ways.seats} />
        <div className="survey-buttons">
          <button className="btn btn-primary">{_('responses.send')}</button>
          <button type="button" className="link-button" data-forget>
            {_('offline.forget')}
          </button>
        </div>
      </form>
      <SentToScript
        data={{
          surveyId: survey.id,
          language: language.name,
          reasons: words,
          optional: _('shell.optional'),
          ...script,
        }}
      />
      <script src={whole} defer />
    </main>
  )
}
