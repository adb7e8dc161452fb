import { useLingui } from '@lingui/react'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import type { OrganisationShown } from '#server/organisations/contract.ts'

/** What an official of the region decides about it. */
export function Decide({
  organisation: { id, may },
}: {
  organisation: Pick<OrganisationShown, 'id' | 'may'>
}) {
  const { _ } = useLingui()
  return (
    <section className="band">
      <h2>{_('organisations.decide')}</h2>
      <div className="cluster">
        {may.verify && (
          <form method="post" action={`/organisations/${id}/verification`}>
            <SubmitButton>{_('organisations.verify')}</SubmitButton>
          </form>
        )}
        {may.reject && (
          <a className="btn btn-outline-primary" href={`/organisations/${id}/rejection`}>
            {_('organisations.reject')}
          </a>
        )}
      </div>
    </section>
  )
}
