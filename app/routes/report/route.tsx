import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { reportReasons } from '#server/moderation/words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const subject = await context.platform.moderation
    .showReportable({
      kind: (searchParams.get('kind') ?? '') as 'message',
      subjectId: searchParams.get('id') ?? '',
    })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { subject, isDone: searchParams.get('done') === 'reported' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const subject = { kind: searchParams.get('kind') ?? '', subjectId: searchParams.get('id') ?? '' }
  const fields = await formFields(request, subject)
  try {
    const { kind, subjectId } = await context.platform.moderation.report(fields)
    return redirect(`/report?kind=${kind}&id=${subjectId}&done=reported`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Report() {
  const { _ } = useLingui()
  const { subject, isDone } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { consultation, kind, roomId } = subject
  const back = kind === 'message' ? `/rooms/${roomId}#m-${subject.id}` : `/needs/${subject.id}`
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/consultations/${consultation.id}`, label: consultation.title.text }]} />
      <PageHeading
        title={_(kind === 'message' ? 'moderation.report.message' : 'moderation.report.need')}
        lead={_('moderation.report.lead')}
      />
      <ErrorSummary errors={errors} message={message} />
      <blockquote>
        <p className="muted small">
          <UserWords text={subject.name} />
        </p>
        {subject.title && <UserText text={subject.title} language={subject.language} />}
        <UserText text={subject.text} language={subject.language} />
      </blockquote>
      {subject.isReported ? (
        <Notice tone="good" spoken={isDone} title={_('moderation.reported')}>
          {_('moderation.reported.text')}
        </Notice>
      ) : (
        <form method="post" className="form">
          <RadioGroup
            name="reason"
            label={_('moderation.report.reason')}
            choices={reportReasons.map((reason) => ({
              value: reason,
              label: _(`moderation.reason.${reason}`),
              hint: _(`moderation.reason.${reason}.hint`),
            }))}
            chosen={typed('reason')}
            error={errors['reason']}
          />
          <TextArea
            name="note"
            rows={3}
            optional
            label={_('moderation.report.note')}
            error={errors['note']}
            defaultValue={typed('note')}
          />
          <SubmitButton>{_('moderation.report.send')}</SubmitButton>
        </form>
      )}
      <p className="band">
        <a href={back}>{_('moderation.back')}</a>
      </p>
    </main>
  )
}
