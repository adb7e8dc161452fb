import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Bars } from '#app/pieces/bars.tsx'
import { FigureTable } from '#app/pieces/figure-table.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'

export async function loader({ context }: LoaderFunctionArgs) {
  const statistics = await context.platform.statistics.showStatistics({})
  return { statistics, updatedAt: statistics.countedAt }
}

export default function Statistics() {
  const { _ } = useLingui()
  const { statistics } = useLoaderData<typeof loader>()
  const { countedAt, consultations, organisations, people, needs, proposals, answers } = statistics
  const fewer = _('statistics.people.few')
  return (
    <main id="content" className="page">
      <PageHeading title={_('statistics.title')} lead={_('statistics.lead')}>
        <p className="muted">
          {_('statistics.counted')} <Moment at={countedAt} as="day-time" />
        </p>
      </PageHeading>
      <dl className="key-figures">
        <KeyFigure name={_('statistics.consultations.open')} value={consultations.open} />
        <KeyFigure name={_('statistics.consultations.closed')} value={consultations.closed} />
        <KeyFigure name={_('statistics.organisations')} value={organisations} />
        <KeyFigure
          name={_('statistics.people')}
          value={people === null ? fewer : _('statistics.people.at-least', { people })}
        />
        <KeyFigure name={_('statistics.needs')} value={needs.total} />
        <KeyFigure
          name={_('statistics.days')}
          value={answers.medianDays === null ? '–' : _('statistics.days.value', { days: answers.medianDays })}
        />
        <KeyFigure name={_('statistics.awaited')} value={answers.awaited} />
        <KeyFigure name={_('statistics.overdue')} value={answers.overdue} />
      </dl>
      <Figure
        id="areas"
        title={_('statistics.areas')}
        caption={_('statistics.areas.caption')}
        columns={[_('statistics.area'), _('statistics.needs')]}
        bars={needs.byArea.map(({ area, needs: value }) => ({ label: _(`needs.area.${area}`), value }))}
      />
      <Figure
        id="regions"
        title={_('statistics.regions')}
        caption={_('statistics.regions.caption')}
        columns={[_('statistics.region'), _('statistics.needs')]}
        bars={needs.byRegion.map(({ name, needs: value }) => ({ label: name, value }))}
      />
      <Figure
        id="proposals"
        title={_('statistics.proposals')}
        caption={_('statistics.proposals.caption')}
        columns={[_('statistics.state'), _('statistics.proposals')]}
        bars={proposals.map(({ state, proposals: value }) => ({
          label: _(`statistics.state.${state}`),
          value,
        }))}
      />
      <Figure
        id="answers"
        title={_('statistics.answers')}
        caption={_('statistics.answers.caption')}
        columns={[_('statistics.outcome'), _('statistics.proposals')]}
        bars={answers.byOutcome.map(({ outcome, proposals: value }) => ({
          label: _(`answers.outcome.${outcome}`),
          value,
        }))}
      />
      <section className="band text" aria-labelledby="counting">
        <h2 id="counting">{_('statistics.counting')}</h2>
        <ul>
          <li>{_('statistics.counting.public')}</li>
          <li>{_('statistics.counting.people')}</li>
          <li>{_('statistics.counting.visits')}</li>
        </ul>
        <p>
          <a href="/statistics.csv">{_('statistics.csv')}</a>
        </p>
      </section>
    </main>
  )
}

function KeyFigure({ name, value }: { name: string; value: string | number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

interface FigureProps {
  id: string
  title: string
  caption: string
  columns: readonly string[]
  bars: readonly { label: string; value: number }[]
}

function Figure({ id, title, caption, columns, bars }: FigureProps) {
  return (
    <section className="band" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <FigureTable
        caption={caption}
        columns={columns}
        rows={bars.map(({ label, value }) => [label, value])}
        csv="/statistics.csv"
      >
        <Bars bars={bars} />
      </FigureTable>
    </section>
  )
}
