import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Badge } from '#app/pieces/badge.tsx'
import { Confirm } from '#app/pieces/confirm.tsx'
import { Done } from '#app/pieces/done.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const devices = await context.platform.people
    .listDevices({})
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { devices }
}

export async function action({ request, context }: ActionFunctionArgs) {
  await context.platform.people
    .endSession(await formFields(request))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect('/me/devices?done=one', 303)
}

const said = { one: 'entry.devices.ended', others: 'entry.devices.others.ended' }

export default function Devices() {
  const { _ } = useLingui()
  const { devices } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <Done said={said} />
      <PageHeading title={_('entry.devices.title')} lead={_('entry.devices.lead')} />
      <ul className="plain-list stack">
        {devices.map((device) => (
          <li key={device.id} className="cluster">
            <div>
              <strong>
                <bdi>{device.device || _('entry.devices.unknown')}</bdi>
              </strong>{' '}
              {device.isThis && <Badge tone="blue">{_('entry.devices.this')}</Badge>}
              <p className="small muted">
                {_('entry.devices.since')} <Moment at={device.createdAt} /> · {_('entry.devices.seen')}{' '}
                <Moment at={device.lastSeenAt} as="day-time" />
              </p>
            </div>
            <form method="post">
              <SubmitButton tone="quiet" small name="sessionId" value={device.id}>
                {_('entry.devices.end')}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
      {devices.length > 1 && (
        <Confirm
          action="/me/devices/others"
          open={_('entry.devices.others')}
          question={_('entry.devices.others.question')}
          confirm={_('entry.devices.others')}
        />
      )}
    </main>
  )
}
