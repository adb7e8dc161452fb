import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { loadItem } from '#app/item-loader.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { ItemPage } from '#app/pieces/meeting/item-page.tsx'
import { PaperFields } from '#app/pieces/meeting/paper-fields.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { Refusal } from '#server/refusal.ts'

export async function loader(asked: LoaderFunctionArgs) {
  const { meeting, item } = await loadItem(asked)
  const paper = item.papers.find(({ id }) => id === asked.params['paperId'])
  if (!paper) return refusedPage(new Refusal('unseen', 'paper'), asked.request)
  const kept = paper.texts.flatMap(({ language, title, text, link }) => {
    const suffix = language.charAt(0).toUpperCase() + language.slice(1)
    return [
      [`title${suffix}`, title],
      [`text${suffix}`, text],
      [`link${suffix}`, link],
    ]
  })
  return { meeting, item, kept: Object.fromEntries(kept) as Record<string, string> }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    await context.platform.meetings.editPaper(fields)
    return redirect(`/meetings/${params['meetingId']}/agenda?done=papers#item-${params['itemId']}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function EditPaper() {
  const { _ } = useLingui()
  const { meeting, item, kept } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <ItemPage meeting={meeting} item={item} title={_('meetings.paper.edit')} lead={_('meetings.paper.lead')}>
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <PaperFields
          errors={errors}
          value={(name) => typed(name) ?? kept[name]}
          promised={meeting.languages}
        />
        <SubmitButton>{_('meetings.paper.save')}</SubmitButton>
      </form>
    </ItemPage>
  )
}
