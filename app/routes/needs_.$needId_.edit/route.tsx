import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sentDraftCookie } from '#app/editor/draft.ts'
import { formFields } from '#app/form-fields.ts'
import { deviceDraftKey, languageOptions, refusedNeed } from '#app/need-form.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { NeedFields } from '#app/pieces/need-fields.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedPage } from '#app/refused.ts'
import type { RouteHandle } from '#app/route-handle.ts'
import { useRefused } from '#app/use-refused.ts'

export const handle: RouteHandle = { hydrate: true, words: ['needs', 'editor'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { needs, actor } = context.platform
  const need = await needs.showNeedToEdit(params).catch((thrown: unknown) => refusedPage(thrown, request))
  const personId = actor.kind === 'person' ? actor.id : ''
  return { ...need, languages: languageOptions(), deviceDraft: deviceDraftKey(personId, need.id) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  const { needs, actor } = context.platform
  try {
    const { id } = await needs.editNeed(fields)
    const personId = actor.kind === 'person' ? actor.id : ''
    return redirect(`/needs/${id}?done=edited`, {
      status: 303,
      headers: { 'Set-Cookie': sentDraftCookie(deviceDraftKey(personId, id)) },
    })
  } catch (thrown) {
    return refusedNeed(thrown, fields, request, context.platform)
  }
}

export default function EditNeed() {
  const { _ } = useLingui()
  const { id, consultation, fields, regions, languages, deviceDraft } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { errors, message } = useRefused(answer)
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/consultations/${consultation.id}`, label: consultation.text },
          { href: `/needs/${id}`, label: fields.title },
        ]}
      />
      <PageHeading title={_('needs.edit')} lead={_('needs.edit.lead')} />
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <NeedFields
          answer={answer}
          before={fields}
          regions={regions}
          languages={languages}
          deviceDraft={deviceDraft}
        />
        <div className="cluster">
          <SubmitButton>{_('needs.edit.save')}</SubmitButton>
          <a href={`/needs/${id}`}>{_('needs.back')}</a>
        </div>
      </form>
    </main>
  )
}
