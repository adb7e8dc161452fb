import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { Icon } from '#app/pieces/icon.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { GroupsMap } from '#app/pieces/opinions/groups-map.tsx'
import { StatementFigures } from '#app/pieces/opinions/statement-figures.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { UserWords } from '#app/pieces/user-text.tsx'
import { refusedPage } from '#app/refused.ts'
import { shownOfList } from '#server/opinions/words.ts'
import { EveryStatement } from './every-statement.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return context.platform.opinions
    .showResults({ consultationId: params['consultationId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

export default function OpinionResults() {
  const { _ } = useLingui()
  const { consultation, results, fewestShown, may } = useLoaderData<typeof loader>()
  const page = `/consultations/${consultation.id}/opinions`
  const find = (numbers: readonly number[]) =>
    numbers.flatMap((number) => results?.statements.filter((each) => each.number === number) ?? [])
  const lists = results
    ? ([
        ['bridges', find(results.bridges)],
        ['divides', find(results.divides)],
        ['agreed', find(results.agreed)],
        ['disagreed', find(results.disagreed)],
      ] as const)
    : []
  return (
    <main id="content" className="page">
      <Breadcrumb
        way={[
          { href: `/consultations/${consultation.id}`, label: consultation.title.text },
          { href: page, label: _('opinions.title') },
        ]}
      />
      <PageHeading
        title={_('opinions.results')}
        lead={results ? _('opinions.results.lead', { n: results.participants }) : undefined}
      />
      {!results && (
        <EmptyState title={_('opinions.too-few')}>
          <p>{_('opinions.too-few.text', { n: fewestShown })}</p>
        </EmptyState>
      )}
      {results && (
        <>
          <p className="muted">{_('opinions.in-steps', { n: results.fewest })}</p>
          {results.groups.length === 0 ? (
            <p>{_('opinions.no-groups')}</p>
          ) : (
            <section className="band" aria-labelledby="groups">
              <h2 id="groups">{_('opinions.groups')}</h2>
              <p>{_('opinions.base', { grouped: results.grouped, participants: results.participants })}</p>
              <GroupsMap groups={results.groups} />
              <div className="stack">
                {results.groups.map(({ letter, size, holds }) => (
                  <section key={letter} aria-labelledby={`group-${letter}`}>
                    <h3 id={`group-${letter}`}>{_('opinions.group', { letter, n: size })}</h3>
                    <p>{_(holds.length > 0 ? 'opinions.group.holds' : 'opinions.group.holds-nothing')}</p>
                    <ul>
                      {holds.map(({ number, direction }) =>
                        find([number]).map(({ id, text, language }) => (
                          <li key={id}>
                            <strong>{_(`opinions.they.${direction}`)}</strong>{' '}
                            <UserWords text={text} language={language} />
                          </li>
                        )),
                      )}
                    </ul>
                  </section>
                ))}
              </div>
            </section>
          )}
          {lists.map(([name, statements]) =>
            statements.length === 0 && (name === 'agreed' || name === 'disagreed') ? null : (
              <section key={name} className="band" aria-labelledby={name}>
                <h2 id={name}>{_(`opinions.${name}`)}</h2>
                <p className="muted">
                  {_(statements.length > 0 ? `opinions.${name}.text` : `opinions.${name}.none`)}
                </p>
                <ul className="plain-list stack">
                  {statements.slice(0, shownOfList).map((statement) => (
                    <li key={statement.id}>
                      <StatementFigures
                        statement={statement}
                        letters={results.groups.map(({ letter }) => letter)}
                        base={results.base}
                        fewest={results.fewest}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            ),
          )}
          <EveryStatement results={results} />
          <section className="band" aria-labelledby="downloads">
            <h2 id="downloads">{_('opinions.downloads')}</h2>
            <ul className="plain-list stack">
              <Download href={`${page}/results.json`} label={_('opinions.download.json')} />
              <Download href={`${page}/results.csv`} label={_('opinions.download.csv')} />
              {may.lead && (
                <Download href={`${page}/participants-votes.csv`} label={_('opinions.download.votes')} />
              )}
              {may.lead && <Download href={`${page}/votes.csv`} label={_('opinions.download.each-vote')} />}
              {may.lead && <Download href={`${page}/comments.csv`} label={_('opinions.download.comments')} />}
            </ul>
            <p className="small muted">
              {_('opinions.computed')} <Moment at={results.publishedOn} />. {_('opinions.hash')}{' '}
              <code className="brief-hash" dir="ltr">
                {results.inputHash}
              </code>
            </p>
          </section>
        </>
      )}
    </main>
  )
}

function Download({ href, label }: { href: string; label: string }) {
  return (
    <li>
      <a href={href}>
        <Icon name="download" small /> {label}
      </a>
    </li>
  )
}
