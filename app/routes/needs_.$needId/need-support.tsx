import { useLingui } from '@lingui/react'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import type { NeedShown } from '#server/needs/contract.ts'

/** Who supports it, and a button for each way in which one may. People are a number, and only from five on. */
export function NeedSupport({ need, isGuest }: { need: NeedShown; isGuest: boolean }) {
  const { _ } = useLingui()
  const { organisations, people } = need.supporters
  const here = `/needs/${need.id}/support`
  const isOpen = need.state === 'posted'
  return (
    <section aria-labelledby="support" className="stack support">
      <h2 id="support">{_('needs.support')}</h2>
      <p>{people === null ? _('needs.support.few-people') : _('needs.support.people', { n: people })}</p>
      {organisations.length > 0 && (
        <details>
          <summary>{_('needs.support.organisations', { n: organisations.length })}</summary>
          <ul>
            {organisations.map(({ id, name }) => (
              <li key={id}>
                <a href={`/organisations/${id}`}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
      {isGuest && isOpen && (
        <form method="post" action={here}>
          <SubmitButton>{_('needs.support.do')}</SubmitButton>
        </form>
      )}
      {need.iSupport ? (
        <form method="post" action={`${here}/withdrawal`}>
          <p>{_('needs.support.mine')}</p>
          <SubmitButton tone="quiet" small>
            {_('needs.support.withdraw')}
          </SubmitButton>
        </form>
      ) : (
        need.may.support && (
          <form method="post" action={here}>
            <SubmitButton>{_('needs.support.do')}</SubmitButton>
          </form>
        )
      )}
      {isOpen &&
        need.mine.map(({ id, name, supports }) => (
          <form key={id} method="post" action={supports ? `${here}/withdrawal` : here}>
            <input type="hidden" name="organisationId" value={id} />
            <SubmitButton tone="quiet" small>
              {_(supports ? 'needs.support.withdraw.as' : 'needs.support.as')} <bdi>{name}</bdi>
            </SubmitButton>
          </form>
        ))}
    </section>
  )
}
