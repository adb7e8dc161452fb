import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Confirm } from '#app/pieces/confirm.tsx'
import { Done } from '#app/pieces/done.tsx'
import { MeetingsOf } from '#app/pieces/meeting/meetings-of.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Stepper } from '#app/pieces/stepper.tsx'
import { TablePicture } from '#app/pieces/table-picture.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { Doors } from './doors.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { consultations, meetings, opinions } = context.platform
  const shown = await consultations
    .showConsultation({ consultationId: params['consultationId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const coming = await meetings.listMeetings({ consultationId: shown.id })
  const { asks } = await opinions.showAsking({ consultationId: shown.id })
  return { ...shown, coming: coming.meetings.slice(0, 4), asksOpinions: asks }
}

const said = {
  opened: 'consultations.done.opened',
  rescheduled: 'consultations.done.rescheduled',
  closed: 'consultations.done.closed',
}

export default function Consultation() {
  const { _ } = useLingui()
  const consultation = useLoaderData<typeof loader>()
  const { id, title, summary, goal, phase, phases, closedAt, table, answering, seats, coming, may } =
    consultation
  return (
    <main id="content" className="page">
      <Breadcrumb way={[{ href: '/consultations', label: _('consultations.title') }]} />
      <Done said={said} />
      <PageHeading
        above={table.territory ?? _('tables.interregional')}
        title={title.text}
        language={title.language}
        badges={
          <>
            {closedAt !== null && <Badge>{_('consultations.closed')}</Badge>}
            {closedAt === null && phase && <Badge tone="now">{_(`shell.phase.${phase}`)}</Badge>}
            {consultation.visibility === 'members' && (
              <Badge icon="locked">{_('consultations.members-only')}</Badge>
            )}
          </>
        }
        lead={<UserWords text={summary.text} language={summary.language} />}
      >
        {may.postNeed && (
          <p>
            <a className="btn btn-primary" href={`/consultations/${id}/needs/new`}>
              {_('consultations.post-need')}
            </a>
          </p>
        )}
      </PageHeading>
      {closedAt !== null && (
        <Notice>
          {_('consultations.closed-on')} <Moment at={closedAt} />.
        </Notice>
      )}
      <Stepper
        current={phase}
        steps={phases.map(({ phase, startsOn, endsOn }) => ({ phase, from: startsOn, to: endsOn }))}
      />
      <div className="with-aside band">
        <div>
          <h2>{_('consultations.take-part')}</h2>
          <Doors consultation={consultation} asksOpinions={consultation.asksOpinions} />
          <h2>{_('consultations.goal')}</h2>
          <UserText text={goal.text} language={goal.language} />
          <dl className="fact-rows">
            <dt>{_('consultations.who')}</dt>
            <dd>{_(`consultations.participation.${consultation.participation}`)}</dd>
            <dt>{_('consultations.answers')}</dt>
            <dd>
              <a href={`/organisations/${answering.id}`}>
                <bdi>{answering.name}</bdi>
              </a>
              , {_('consultations.by')} <Moment at={consultation.answerDueOn} />
            </dd>
          </dl>
        </div>
        <aside aria-labelledby="table">
          <h2 id="table">
            <a href={`/tables/${table.id}`}>
              <UserWords text={table.name.text} language={table.name.language} />
            </a>
          </h2>
          <TablePicture
            name={table.name.text}
            seats={seats.map(({ id, kind, organisation, holder, endsOn }) => ({
              id,
              kind,
              holder: holder === null ? null : organisation,
              endsOn,
            }))}
          />
        </aside>
      </div>
      {(coming.length > 0 || may.lead) && (
        <MeetingsOf
          meetings={coming}
          all={`/meetings?consultation=${id}`}
          call={may.lead && closedAt === null ? `/tables/${table.id}/meetings/new` : undefined}
        />
      )}
      {may.lead && closedAt === null && (
        <section className="band">
          <h2>{_('consultations.lead-it')}</h2>
          <div className="cluster">
            <a className="btn btn-outline-primary" href={`/consultations/${id}/phases`}>
              {_('consultations.phases.change')}
            </a>
            {may.admit && (
              <a className="btn btn-outline-primary" href={`/consultations/${id}/members`}>
                {_('consultations.members')}
              </a>
            )}
            <Confirm
              action={`/consultations/${id}/closing`}
              open={_('consultations.close')}
              question={_('consultations.close.question')}
              confirm={_('consultations.close')}
            />
          </div>
        </section>
      )}
    </main>
  )
}
