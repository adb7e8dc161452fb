import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { Done } from '#app/pieces/done.tsx'
import { EmptyState } from '#app/pieces/empty-state.tsx'
import { StatementFigures } from '#app/pieces/opinions/statement-figures.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { proposals, opinions } = context.platform
  try {
    const proposal = await proposals.showProposal({ proposalId: params['proposalId'] ?? '' })
    if (!proposal.may.changeSources) throw redirect(`/proposals/${proposal.id}#statements`)
    return {
      id: proposal.id,
      title: proposal.title,
      shown: await opinions.listCited({ proposalId: proposal.id }),
    }
  } catch (thrown) {
    return refusedPage(thrown, request)
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { proposalId } = await context.platform.opinions
    .citeStatement(await formFields(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return redirect(`/proposals/${proposalId}/statements?done=cited`, 303)
}

const done = { cited: 'opinions.done.cited', removed: 'opinions.done.removed' }

export default function CitedStatements() {
  const { _ } = useLingui()
  const { id, title, shown } = useLoaderData<typeof loader>()
  const { cited, toCite } = shown
  const lists = [
    {
      statements: cited,
      action: `/proposals/${id}/statements/removal`,
      label: _('opinions.cite.remove'),
      heading: null,
    },
    {
      statements: toCite,
      action: undefined,
      label: _('opinions.cite.add'),
      heading: _('opinions.cite.more'),
    },
  ]
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb way={[{ href: `/proposals/${id}`, label: title }]} />
      <Done said={done} />
      <PageHeading title={_('opinions.cite')} lead={_('opinions.cite.lead')} />
      {cited.length + toCite.length === 0 && <EmptyState title={_('opinions.cite.none')} />}
      {lists.map(
        ({ statements, action, label, heading }) =>
          statements.length > 0 && (
            <div key={label} className="stack">
              {heading && <h2>{heading}</h2>}
              {statements.map((statement) => (
                <div key={statement.id} className="stack">
                  <p className="card-above">{_(`opinions.kind.${statement.kind}`)}</p>
                  <StatementFigures statement={statement} {...statement} />
                  <form method="post" action={action}>
                    <input type="hidden" name="statementId" value={statement.id} />
                    <SubmitButton tone="quiet" small>
                      {label}
                      <span className="visually-hidden">: {statement.text}</span>
                    </SubmitButton>
                  </form>
                </div>
              ))}
            </div>
          ),
      )}
    </main>
  )
}
