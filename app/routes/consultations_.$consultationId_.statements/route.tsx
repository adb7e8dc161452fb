import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { refusedPage } from '#app/refused.ts'
import { statementStates } from '#server/opinions/words.ts'
import { ArrangeForm } from './arrange-form.tsx'
import { StatementToJudge } from './statement-to-judge.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return context.platform.opinions
    .listStatements({ consultationId: params['consultationId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

const done = {
  arranged: 'opinions.done.arranged',
  approved: 'opinions.done.approved',
  rejected: 'opinions.done.rejected',
  marked: 'opinions.done.marked',
  imported: 'opinions.done.imported',
}

export default function Statements() {
  const { _ } = useLingui()
  const { collection, statements, mayLead } = useLoaderData<typeof loader>()
  const { consultationId: id, title } = collection
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/consultations/${id}`, label: title.text },
          { href: `/consultations/${id}/opinions`, label: _('opinions.title') },
        ]}
      />
      <Done said={done} />
      <PageHeading title={_('opinions.moderate')} lead={_('opinions.moderate.lead')}>
        <p className="cluster">
          <a className="btn btn-primary" href={`/consultations/${id}/statements/new`}>
            {_(collection.isOpen ? 'opinions.write' : 'opinions.seed')}
          </a>
          {mayLead && (
            <a className="btn btn-outline-primary" href={`/consultations/${id}/statements/import`}>
              {_('opinions.import')}
            </a>
          )}
        </p>
      </PageHeading>
      {mayLead && <ArrangeForm collection={collection} />}
      {statements.length === 0 && <EmptyState title={_('opinions.none-yet')} />}
      {statementStates.map((state) => {
        const these = statements.filter((each) => each.state === state)
        return (
          these.length > 0 && (
            <section key={state} className="band" aria-labelledby={state}>
              <h2 id={state}>{_(`opinions.list.${state}`, { n: these.length })}</h2>
              <ul className="plain-list stack">
                {these.map((statement) => (
                  <StatementToJudge key={statement.id} statement={statement} />
                ))}
              </ul>
            </section>
          )
        )
      })}
    </main>
  )
}
