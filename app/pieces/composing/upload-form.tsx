import { useLingui } from '@lingui/react'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { useRefused } from '#app/use-refused.ts'
import type { SheetProblem } from '#server/surveys/contract.ts'
import { ProblemList } from './problem-list.tsx'

/** What came of a spreadsheet: what is wrong, or what was noticed and the way on. */
export type Uploaded = { problems: SheetProblem[]; next: string | null }

export function UploadForm({ answer, hidden }: { answer: unknown; hidden: Record<string, string | number> }) {
  const { _ } = useLingui()
  const { errors, message } = useRefused(answer)
  const uploaded = isUploaded(answer) ? answer : undefined
  return (
    <>
      <ErrorSummary errors={errors} message={message} />
      {uploaded?.next && (
        <Notice tone="good" spoken title={_('surveys.uploaded')}>
          <p>{_('surveys.uploaded.noticed', { count: uploaded.problems.length })}</p>
          <p>
            <a className="btn btn-primary" href={uploaded.next}>
              {_('surveys.uploaded.on')}
            </a>
          </p>
        </Notice>
      )}
      {uploaded && !uploaded.next && (
        <Notice tone="bad" spoken title={_('surveys.upload.wrong')}>
          <p>{_('surveys.upload.wrong.text')}</p>
        </Notice>
      )}
      {uploaded && <ProblemList problems={uploaded.problems} />}
      {!uploaded?.next && (
        <form method="post" encType="multipart/form-data" className="form">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField
            type="file"
            name="file"
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            label={_('surveys.file')}
            hint={_('surveys.file.hint')}
            error={errors['file']}
          />
          <SubmitButton>{_('surveys.upload.send')}</SubmitButton>
        </form>
      )}
    </>
  )
}

function isUploaded(answer: unknown): answer is Uploaded {
  return typeof answer === 'object' && answer !== null && 'problems' in answer
}
