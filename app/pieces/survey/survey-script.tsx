import { type DataSent, dataId } from '#app/survey-page/data-sent.ts'
// oxlint-disable-next-line import/default -- Vite answers the address of the file it makes
import page from '#app/survey-page/page.ts?worker&url'
// oxlint-disable-next-line import/default -- Vite answers the address of the file it makes
import pageWithRules from '#app/survey-page/page-with-rules.ts?worker&url'
import type { ScriptShown } from '#server/responses/contract.ts'
import { useReasons } from './use-reasons.ts'

interface SurveyScriptProps {
  surveyId: string
  language: string
  script: ScriptShown | null
}

/** What makes a page of a survey easier where scripts run; what works expressions out comes only where the page has any. */
export function SurveyScript({ surveyId, language, script }: SurveyScriptProps) {
  const reasons = useReasons(['said', 'does-not-fit'])
  return (
    <>
      {script && <SentToScript data={{ surveyId, language, reasons, ...script }} />}
      <script src={script ? pageWithRules : page} defer />
    </>
  )
}

export function SentToScript({ data }: { data: DataSent }) {
  const dataEscaped = JSON.stringify(data).replaceAll('<', '\\u003c')
  return <script id={dataId} type="application/json" dangerouslySetInnerHTML={{ __html: dataEscaped }} />
}
