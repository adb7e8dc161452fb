import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { screenLanguages } from '#app/i18n/languages.ts'
import { languageName } from '#app/language-names.ts'
import { BriefBody } from '#app/pieces/brief/brief-body.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

/** What would be published now, and the two texts that only the chair can write. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const preview = await context.platform.briefs
    .previewBrief(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { preview, origin: context.site.origin, clientId: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { id } = await context.platform.briefs.publishBrief(fields)
    return redirect(`/briefs/${id}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function PublishBrief() {
  const { _, i18n } = useLingui()
  const { preview, origin, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { content, title, mayPublish } = preview
  return (
    <main id="content" className="page brief">
      <Breadcrumb way={[{ href: `/consultations/${content.consultation.id}`, label: title.text }]} />
      <PageHeading
        title={_('briefs.new.title')}
        lead={<UserWords text={title.text} language={title.language} />}
      />
      <ErrorSummary errors={errors} message={message} />
      {mayPublish ? (
        <form method="post" className="form">
          <Notice tone="warn">{_('briefs.new.frozen')}</Notice>
          <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
          <TextArea
            name="introduction"
            label={_('briefs.new.introduction')}
            hint={_('briefs.new.introduction.hint')}
            defaultValue={typed('introduction')}
            error={errors['introduction']}
            optional
          />
          <TextArea
            name="nextSteps"
            label={_('briefs.new.next')}
            hint={_('briefs.new.next.hint')}
            defaultValue={typed('nextSteps')}
            error={errors['nextSteps']}
          />
          <SelectField
            name="language"
            label={_('briefs.new.language')}
            options={screenLanguages.map((value) => ({ value, label: languageName(value, i18n.locale) }))}
            defaultValue={typed('language') ?? 'it'}
            error={errors['language']}
          />
          <SubmitButton>{_('briefs.new.publish')}</SubmitButton>
        </form>
      ) : (
        <Notice>
          {_(content.figures.needs === 0 ? 'refusal.brief-without-needs' : 'refusal.only-for-chair')}
        </Notice>
      )}
      <h2>{_('briefs.new.preview')}</h2>
      <BriefBody content={content} goal={preview.goal} origin={origin} />
    </main>
  )
}
