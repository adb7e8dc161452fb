import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { Badge } from '#app/pieces/badge.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { DateField } from '#app/pieces/date-field.tsx'
import { Done } from '#app/pieces/done.tsx'
import { MeetingsOf } from '#app/pieces/meeting/meetings-of.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TablePicture } from '#app/pieces/table-picture.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { SeatList } from './seat-list.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { tables, meetings } = context.platform
  const table = await tables
    .showTable({ ...searchFields(request, ['on']), tableId: params['tableId'] })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const coming = await meetings.listMeetings({ tableId: table.id })
  return { ...table, coming: coming.meetings.slice(0, 4) }
}

const said = {
  founded: 'tables.done.founded',
  seated: 'tables.done.seated',
  ended: 'tables.done.ended',
}

export default function Table() {
  const { _ } = useLingui()
  const table = useLoaderData<typeof loader>()
  const { id, name, purpose, on, today, seats, officers, consultations, coming, may } = table
  const atTheTable = seats.filter(({ endedAt }) => !endedAt)
  const pictured = atTheTable.map((seat) => ({
    id: seat.id,
    kind: seat.kind,
    holder: seat.holder ? seat.organisation : null,
    endsOn: seat.holder?.endsOn ?? seat.endsOn,
    endingSoon: seat.isEndingSoon,
    href: `/seats/${seat.id}`,
  }))
  return (
    <main id="content" className="page">
      <Breadcrumb way={[{ href: '/tables', label: _('tables.title') }]} />
      <Done said={said} />
      <PageHeading
        above={table.territory ?? _('tables.interregional')}
        title={name.text}
        language={name.language}
      />
      {purpose.text && <UserText text={purpose.text} language={purpose.language} />}
      {on !== today && (
        <Notice>
          {_('tables.on-day')} <Moment at={on} />. <a href={`/tables/${id}`}>{_('tables.today')}</a>
        </Notice>
      )}
      <TablePicture name={name.text} seats={pictured} />
      <form method="get" className="cluster mt-4" aria-label={_('tables.on.form')}>
        <DateField name="on" label={_('tables.on')} defaultValue={on} />
        <SubmitButton tone="quiet">{_('tables.on.show')}</SubmitButton>
      </form>
      <section className="band">
        <h2>{_('tables.seats')}</h2>
        <SeatList seats={seats} />
        {may.appointSeat && (
          <p>
            <a className="btn btn-primary" href={`/tables/${id}/seats/new`}>
              {_('tables.seat.new')}
            </a>
          </p>
        )}
      </section>
      <section className="band">
        <h2>{_('tables.officers')}</h2>
        {officers.length === 0 && <p className="muted">{_('tables.officers.none')}</p>}
        <ul className="plain-list">
          {officers.map((officer) => (
            <li key={`${officer.personId}${officer.office}`}>
              {_(`tables.office.${officer.office}`)}: <bdi>{officer.name || _('tables.person.new')}</bdi>
            </li>
          ))}
        </ul>
        {may.appointOfficer && (
          <p>
            <a href={`/tables/${id}/officers`}>{_('tables.officers.change')}</a>
          </p>
        )}
      </section>
      <MeetingsOf
        meetings={coming}
        all={`/meetings?table=${id}`}
        tasks={`/tables/${id}/tasks`}
        call={may.openConsultation ? `/tables/${id}/meetings/new` : undefined}
      />
      <section className="band">
        <h2>{_('tables.consultations')}</h2>
        {consultations.length === 0 && <p className="muted">{_('tables.consultations.none')}</p>}
        <ul className="plain-list stack">
          {consultations.map((consultation) => (
            <li key={consultation.id} className="cluster">
              <a href={`/consultations/${consultation.id}`}>
                <UserWords text={consultation.title.text} language={consultation.title.language} />
              </a>
              {consultation.closedAt ? (
                <Badge>{_('consultations.closed')}</Badge>
              ) : (
                consultation.phase && <Badge tone="now">{_(`shell.phase.${consultation.phase}`)}</Badge>
              )}
            </li>
          ))}
        </ul>
        {may.openConsultation && (
          <p className="mt-4">
            <a className="btn btn-primary" href={`/tables/${id}/consultations/new`}>
              {_('consultations.new')}
            </a>
          </p>
        )}
      </section>
    </main>
  )
}
