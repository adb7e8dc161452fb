import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return context.platform.tables
    .listSeatHistory({ seatId: params['seatId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

const said = { named: 'tables.done.named', ended: 'tables.done.ended' }
const knownReasons: Record<string, string> = {
  replaced: 'tables.reason.replaced',
  'seat-ended': 'tables.reason.seat-ended',
  'left-organisation': 'tables.reason.left-organisation',
  'organisation-rejected': 'tables.reason.organisation-rejected',
}

export default function Seat() {
  const { _ } = useLingui()
  const seat = useLoaderData<typeof loader>()
  const { id, table, organisation, mandates, may } = seat
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: '/tables', label: _('tables.title') },
          { href: `/tables/${table.id}`, label: table.name.text },
        ]}
      />
      <Done said={said} />
      <PageHeading
        above={_('tables.seat')}
        title={organisation.name}
        badges={
          <>
            <Badge tone="blue">{_(`shell.seat.${seat.kind}`)}</Badge>
            <Badge tone={seat.isInForce ? 'good' : 'quiet'}>
              {_(seat.isInForce ? 'tables.in-force' : 'tables.not-in-force')}
            </Badge>
          </>
        }
      />
      <p>
        {_('tables.act')} <bdi>{seat.actNumber}</bdi>, <Moment at={seat.actDate} /> · {_('shell.from')}{' '}
        <Moment at={seat.startsOn} />
        <UntilWhen {...seat} as="day" />
      </p>
      {seat.endReason && (
        <p>
          {_('tables.end.reason')}:{' '}
          {knownReasons[seat.endReason] ? _(knownReasons[seat.endReason]!) : <bdi>{seat.endReason}</bdi>}
        </p>
      )}
      <section className="band">
        <h2>{_('tables.history')}</h2>
        {mandates.length === 0 && <p className="muted">{_('tables.history.none')}</p>}
        <ul className="plain-list seat-list">
          {mandates.map((mandate) => (
            <li key={mandate.id}>
              <p className="cluster">
                <strong>
                  <bdi>{mandate.name}</bdi>
                </strong>
                <span>{_(`tables.${mandate.part}`)}</span>
                {mandate.isInForce && <Badge tone="good">{_('tables.in-force')}</Badge>}
              </p>
              <p className="small muted">
                {_('shell.from')} <Moment at={mandate.startsOn} as="short" />
                <UntilWhen {...mandate} as="short" />
                {' · '}
                {_('tables.act')} <bdi>{mandate.actNumber}</bdi>
                {mandate.endReason && (
                  <>
                    {' · '}
                    {_(knownReasons[mandate.endReason] ?? 'tables.reason.replaced')}
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {(may.name || may.end) && (
        <p className="cluster">
          {may.name && (
            <>
              <a className="btn btn-primary" href={`/seats/${id}/holder`}>
                {_('tables.name.holder')}
              </a>
              <a className="btn btn-outline-primary" href={`/seats/${id}/alternate`}>
                {_('tables.name.alternate')}
              </a>
            </>
          )}
          {may.end && (
            <a className="btn btn-outline-primary" href={`/seats/${id}/ending`}>
              {_('tables.seat.end')}
            </a>
          )}
        </p>
      )}
    </main>
  )
}

/** The last day of a term; with the hour where it ended in the course of the day. */
function UntilWhen(term: { endsOn: string | null; endedAt: Date | string | null; as: 'day' | 'short' }) {
  const { _ } = useLingui()
  if (!term.endsOn) return null
  return (
    <>
      {' '}
      {_('shell.to')} <Moment at={term.endedAt ?? term.endsOn} as={term.as} />
      {term.endedAt && (
        <>
          {', '}
          <Moment at={term.endedAt} as="time" />
        </>
      )}
    </>
  )
}
