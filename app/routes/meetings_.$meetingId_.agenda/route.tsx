import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { ItemFields } from '#app/pieces/meeting/item-fields.tsx'
import { MeetingWhen } from '#app/pieces/meeting/meeting-when.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { usualItemMinutes } from '#server/meetings/words.ts'
import { ItemsMade } from './items-made.tsx'
import { ReadyToAdd } from './ready-to-add.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const shown = await context.platform.meetings
    .showAgenda({ meetingId: params['meetingId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const { agenda, ...meeting } = shown.meeting
  return {
    id: meeting.id,
    number: meeting.number,
    isOpen: meeting.state === 'open',
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    table: meeting.table,
    agenda,
    ready: shown.ready,
    language: context.language,
    clientId: crypto.randomUUID(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { itemId } = await context.platform.meetings.addItem(fields)
    return redirect(`/meetings/${params['meetingId']}/agenda?done=added#item-${itemId}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

const said = {
  called: 'meetings.done.called',
  added: 'meetings.done.added',
  edited: 'meetings.done.edited',
  moved: 'meetings.done.moved',
  removed: 'meetings.done.removed',
  started: 'meetings.done.started',
  paused: 'meetings.done.paused',
  resumed: 'meetings.done.resumed',
  'item-closed': 'meetings.done.item-closed',
  carried: 'meetings.done.carried',
  papers: 'meetings.done.papers',
}

export default function MakeAgenda() {
  const { _ } = useLingui()
  const made = useLoaderData<typeof loader>()
  const { id, number, table, agenda, ready, clientId } = made
  const { errors, message, typed } = useRefused(useActionData())
  const usual: Record<string, string> = { minutes: String(usualItemMinutes), language: made.language }
  return (
    <main id="content" className="page">
      <Breadcrumb
        way={[
          { href: `/tables/${table.id}`, label: table.name.text },
          { href: `/meetings/${id}`, label: _('meetings.number', { number }) },
        ]}
      />
      <Done said={said} />
      <PageHeading
        title={_('meetings.agenda.edit')}
        lead={<MeetingWhen startsAt={made.startsAt} endsAt={made.endsAt} />}
      />
      <ErrorSummary errors={errors} message={message} />
      <ItemsMade meetingId={id} agenda={agenda} isOpen={made.isOpen} />
      <section className="band" aria-labelledby="add">
        <h2 id="add">{_('meetings.item.add')}</h2>
        <form method="post" className="form">
          <input type="hidden" name="clientId" value={clientId} />
          <ItemFields
            errors={errors}
            value={(name) => typed(name) ?? usual[name]}
            subjects={[...ready.proposals, ...ready.needs]}
          />
          <SubmitButton>{_('meetings.item.add')}</SubmitButton>
        </form>
      </section>
      <ReadyToAdd meetingId={id} ready={ready} />
    </main>
  )
}
