import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Badge } from '#app/pieces/badge.tsx'
import { Card } from '#app/pieces/card.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { RegionsMap } from '#app/pieces/regions-map.tsx'
import { TablePicture } from '#app/pieces/table-picture.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { Deadlines } from './deadlines.tsx'
import { Latest } from './latest.tsx'

export async function loader({ context }: LoaderFunctionArgs) {
  const { home, territories, actor } = context.platform
  const [shown, map] = await Promise.all([home.showHome({}), territories.showMap({ level: 'region' })])
  return { ...shown, map, isGuest: actor.kind === 'guest', demo: context.site.demo }
}

export default function Home() {
  const { _ } = useLingui()
  const { map, openByRegion, consultations, deadlines, briefs, answers, table, duties, isGuest, demo } =
    useLoaderData<typeof loader>()
  const regions = map.outlines.map(({ code, name }) => ({
    code,
    name,
    href: `/consultations?region=${code}`,
    openConsultations: openByRegion[code] ?? 0,
  }))
  return (
    <main id="content" className="page">
      <PageHeading title={_('home.title')} lead={_('home.lead')}>
        {isGuest && (
          <p className="cluster">
            <a className="btn btn-primary" href={demo ? '/demo' : '/sign-in'}>
              {_(demo ? 'home.demo' : 'home.enter')}
            </a>
            <a className="btn btn-outline-primary" href="/consultations">
              {_('home.read')}
            </a>
          </p>
        )}
        {duties.length > 0 && (
          <p className="cluster">
            {duties.map((duty) => (
              <a key={duty} className="btn btn-primary" href={`/${duty}`}>
                {_(`home.duty.${duty}`)}
              </a>
            ))}
          </p>
        )}
      </PageHeading>

      {!isGuest && <Deadlines deadlines={deadlines} />}
      <div className="home-pictures">
        <section aria-labelledby="regions">
          <h2 id="regions">{_('home.regions')}</h2>
          <RegionsMap map={map} regions={regions} />
          <table className="table">
            <caption className="visually-hidden">{_('home.regions')}</caption>
            <thead>
              <tr>
                <th scope="col">{_('home.region')}</th>
                <th scope="col" className="number">
                  {_('home.region.open')}
                </th>
              </tr>
            </thead>
            <tbody>
              {regions.map((region) => (
                <tr key={region.code}>
                  <th scope="row">
                    <a href={region.href}>{region.name}</a>
                  </th>
                  <td className="number">{region.openConsultations}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {table && (
          <section aria-labelledby="table">
            <h2 id="table">
              <a href={`/tables/${table.id}`}>
                <UserWords text={table.name.text} language={table.name.language} />
              </a>
            </h2>
            <TablePicture
              name={table.name.text}
              seats={table.seats.map((seat) => ({ ...seat, href: `/seats/${seat.id}` }))}
            />
          </section>
        )}
      </div>

      <section className="band" aria-labelledby="open">
        <h2 id="open">{_('home.open')}</h2>
        {consultations.length === 0 && <EmptyState title={_('home.open.none')} />}
        <ul className="grid">
          {consultations.map((consultation) => (
            <li key={consultation.id}>
              <Card
                title={<UserWords text={consultation.title.text} language={consultation.title.language} />}
                href={`/consultations/${consultation.id}`}
                above={<UserWords text={consultation.table.text} language={consultation.table.language} />}
                badges={
                  consultation.phase && <Badge tone="now">{_(`shell.phase.${consultation.phase}`)}</Badge>
                }
                foot={
                  consultation.phaseEndsOn && (
                    <>
                      {_('home.until')} <Moment at={consultation.phaseEndsOn} />
                    </>
                  )
                }
              />
            </li>
          ))}
        </ul>
      </section>

      {isGuest && <Deadlines deadlines={deadlines} />}
      <Latest briefs={briefs} answers={answers} />
    </main>
  )
}
