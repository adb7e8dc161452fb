import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Badge } from '#app/pieces/badge.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const devices = await context.platform.people
    .listDevices({})
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { devices, ended: new URL(request.url).searchParams.has('ended') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  await context.platform.people
    .endSession(await formFields(request))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect('/me/devices?ended=1', 303)
}

export default function Devices() {
  const { _ } = useLingui()
  const { devices, ended } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('entry.devices.title')} lead={_('entry.devices.lead')} />
      {ended && (
        <Notice tone="good" spoken>
          {_('entry.devices.ended')}
        </Notice>
      )}
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
    </main>
  )
}
