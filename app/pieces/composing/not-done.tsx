import { useLingui } from '@lingui/react'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { useFormRefused } from './say-problem.ts'

/** A change of the form that was refused, why, and the way back. */
export function NotDone({ surveyId, answer }: { surveyId: string; answer: unknown }) {
  const { _ } = useLingui()
  const { errors, message } = useFormRefused(answer)
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('surveys.not-done')} />
      <ErrorSummary errors={errors} message={message} />
      <p>
        <a className="btn btn-primary" href={`/surveys/${surveyId}/form`}>
          {_('surveys.back')}
        </a>
      </p>
    </main>
  )
}
