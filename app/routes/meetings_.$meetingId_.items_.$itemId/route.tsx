import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { loadItem } from '#app/item-loader.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { ItemFields } from '#app/pieces/meeting/item-fields.tsx'
import { ItemPage } from '#app/pieces/meeting/item-page.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { PapersMade } from './papers-made.tsx'

export async function loader(asked: LoaderFunctionArgs) {
  const { meeting, item, ready } = await loadItem(asked)
  return {
    meeting,
    item,
    subjects: [...(item.about ? [item.about] : []), ...ready.proposals, ...ready.needs],
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { itemId } = await context.platform.meetings.editItem(fields)
    return redirect(`/meetings/${params['meetingId']}/agenda?done=edited#item-${itemId}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function EditItem() {
  const { _ } = useLingui()
  const { meeting, item, subjects } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const here = `/meetings/${meeting.id}/items/${item.id}`
  const kept: Record<string, string> = {
    title: item.title,
    language: item.language,
    minutes: String(item.minutes),
    about: item.about ? `${item.about.kind}:${item.about.id}` : '',
  }
  return (
    <ItemPage meeting={meeting} item={item} title={_('meetings.item.edit')}>
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <ItemFields errors={errors} value={(name) => typed(name) ?? kept[name]} subjects={subjects} />
        <SubmitButton>{_('meetings.item.save')}</SubmitButton>
      </form>
      <section className="band" aria-labelledby="place">
        <h2 id="place">{_('meetings.item.place')}</h2>
        <form method="post" action={`${here}/place`} className="form">
          <SelectField
            name="to"
            label={_('meetings.item.place.to')}
            options={Array.from({ length: meeting.agenda }, (_each, index) => ({
              value: String(index + 1),
              label: String(index + 1),
            }))}
            defaultValue={String(item.position)}
          />
          <SubmitButton tone="quiet">{_('meetings.item.move')}</SubmitButton>
        </form>
      </section>
      <PapersMade here={here} papers={item.papers} />
    </ItemPage>
  )
}
