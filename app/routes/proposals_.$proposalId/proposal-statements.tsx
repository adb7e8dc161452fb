import { useLingui } from '@lingui/react'
import { StatementFigures } from '#app/pieces/opinions/statement-figures.tsx'
import type { CitedShown } from '#server/opinions/contract.ts'

/** The statements that the proposal stands on, with how each group answered them. */
export function ProposalStatements({
  proposalId,
  shown,
  mayCite,
}: {
  proposalId: string
  shown: CitedShown
  mayCite: boolean
}) {
  const { _ } = useLingui()
  const { cited, toCite } = shown
  const offers = mayCite && (toCite.length > 0 || cited.length > 0)
  if (cited.length === 0 && !offers) return null
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">{_('opinions.cited')}</h2>
      <ul className="plain-list stack">
        {cited.map((statement) => (
          <li key={statement.id}>
            <p className="card-above">{_(`opinions.kind.${statement.kind}`)}</p>
            <StatementFigures statement={statement} {...statement} />
          </li>
        ))}
      </ul>
      {offers && (
        <p>
          <a className="btn btn-outline-primary" href={`/proposals/${proposalId}/statements`}>
            {_('opinions.cite')}
          </a>
        </p>
      )}
    </section>
  )
}
