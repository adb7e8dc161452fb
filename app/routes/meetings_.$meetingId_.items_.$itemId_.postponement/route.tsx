import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { loadItem } from '#app/item-loader.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { ItemPage } from '#app/pieces/meeting/item-page.tsx'
import { momentIn } from '#app/pieces/moment.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'

export async function loader(asked: LoaderFunctionArgs) {
  const { meeting, item, later } = await loadItem(asked)
  return { meeting, item, later }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { from, ...fields } = await formFields(request, params)
  try {
    const { itemId, roomId } = await context.platform.meetings.carryItem(fields)
    return redirect(
      from === undefined
        ? `/meetings/${params['meetingId']}/agenda?done=carried#item-${itemId}`
        : `/rooms/${roomId}?done=carried#meeting`,
      303,
    )
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function CarryItem() {
  const { _, i18n } = useLingui()
  const { meeting, item, later } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <ItemPage meeting={meeting} item={item} title={_('meetings.carry')} lead={_('meetings.carry.lead')}>
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <SelectField
          name="toMeetingId"
          label={_('meetings.carry.to')}
          empty={_('meetings.carry.to.later')}
          optional
          options={later.map(({ id, number, startsAt }) => ({
            value: id,
            label: `${_('meetings.number', { number })}, ${momentIn(i18n.locale, 'day', startsAt)}`,
          }))}
          error={errors['toMeetingId']}
          defaultValue={typed('toMeetingId') ?? ''}
        />
        <SubmitButton>{_('agenda.carry')}</SubmitButton>
      </form>
    </ItemPage>
  )
}
