import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { MinutesBody } from '#app/pieces/minutes/minutes-body.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import type { MinutesShown } from '#server/minutes/contract.ts'
import type { MinutesState } from '#server/minutes/words.ts'
import { MinutesSeal } from './minutes-seal.tsx'
import { MinutesStage } from './minutes-stage.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const minutes = await context.platform.minutes
    .showMinutes({ meetingId: params['meetingId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { minutes, origin: context.site.origin, updatedAt: minutes.approvedAt }
}

const done = {
  corrected: 'minutes.done.corrected',
  settled: 'minutes.done.settled',
  approved: 'minutes.done.approved',
}

const tones = { running: 'now', correcting: 'warn', waiting: 'blue', approved: 'good' } as const

export default function Minutes() {
  const { _ } = useLingui()
  const { minutes: loaded, origin } = useLoaderData<typeof loader>()
  const minutes: MinutesShown = loaded
  const { content, title, table, state } = minutes
  const { meeting, number, year } = content
  return (
    <main id="content" className="page brief minutes">
      <Breadcrumb
        way={[
          { href: `/tables/${content.table.id}`, label: table.text },
          { href: `/meetings/${meeting.id}`, label: _('minutes.of-meeting', { number: meeting.number }) },
        ]}
      />
      <Done said={done} />
      <PageHeading
        title={title.text}
        language={title.language}
        above={
          number === null
            ? _('minutes.draft-of', { number: meeting.number })
            : _('minutes.number', { number, year: String(year ?? ''), meeting: meeting.number })
        }
        badges={<Badge tone={tones[state satisfies MinutesState]}>{_(`minutes.state.${state}`)}</Badge>}
        lead={<UserWords text={table.text} language={table.language} />}
      />
      <MinutesStage minutes={minutes} />
      <MinutesBody minutes={minutes} />
      {minutes.sha256 && <MinutesSeal minutes={minutes} sha256={minutes.sha256} origin={origin} />}
    </main>
  )
}
