import { useLingui } from '@lingui/react'
import { useContext } from 'react'
import { AsideSent } from '#app/aside-sent.ts'
import { asideId, type DataSent, dataId } from '#app/survey-page/data-sent.ts'
// oxlint-disable-next-line import/default -- Vite answers the address of the file it makes
import page from '#app/survey-page/page.ts?worker&url'
// oxlint-disable-next-line import/default -- Vite answers the address of the file it makes
import pageWithRules from '#app/survey-page/page-with-rules.ts?worker&url'
import { useReasons } from './use-reasons.ts'

interface SurveyScriptProps {
  surveyId: string
  language: string
  hasRules: boolean
}

/**
 * What makes a page of a survey easier where scripts run; what works expressions out comes only where the page has any. The form and
 * what was answered are the `aside` of its loader.
 */
export function SurveyScript({ surveyId, language, hasRules }: SurveyScriptProps) {
  const { _ } = useLingui()
  const reasons = useReasons(['said', 'does-not-fit'])
  const asideMark = useContext(AsideSent)
  return (
    <>
      {hasRules && (
        <>
          <SentToScript data={{ surveyId, language, reasons, optional: _('shell.optional') }} />
          <script id={asideId} type="application/json">
            {asideMark}
          </script>
        </>
      )}
      <script src={hasRules ? pageWithRules : page} defer />
    </>
  )
}

export function SentToScript({ data }: { data: Partial<DataSent> }) {
  const dataEscaped = JSON.stringify(data).replaceAll('<', '\\u003c')
  return <script id={dataId} type="application/json" dangerouslySetInnerHTML={{ __html: dataEscaped }} />
}
