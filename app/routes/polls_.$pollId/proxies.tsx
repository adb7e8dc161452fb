import { useLingui } from '@lingui/react'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import type { PollShown } from '#server/polls/contract.ts'

/** Proxies that the reader gave or holds; nobody else is shown them. */
export function Proxies({ poll }: { poll: PollShown }) {
  const { _ } = useLingui()
  const { id, proxies, holders, state } = poll
  const free = holders.filter(
    ({ giverId, others }) =>
      others.length > 0 && !proxies.some((each) => each.isMine && each.giverId === giverId),
  )
  if (proxies.length === 0 && free.length === 0) return null
  return (
    <section aria-labelledby="proxies" className="band stack">
      <h2 id="proxies">{_('polls.proxies')}</h2>
      {proxies.map((proxy) => (
        <div key={`${proxy.unit} ${proxy.giverId}`}>
          <p>
            {_(proxy.isMine ? 'polls.proxy.given' : 'polls.proxy.held')}{' '}
            <bdi>{proxy.isMine ? proxy.holder : proxy.giver}</bdi>. {proxy.isUsed && _('polls.proxy.used')}
          </p>
          {proxy.isMine && !proxy.isUsed && state === 'open' && (
            <form method="post" action={`/polls/${id}/proxies/withdrawal`}>
              <input type="hidden" name="unit" value={proxy.unit} />
              <input type="hidden" name="giverId" value={proxy.giverId} />
              <button className="btn btn-outline-primary">{_('polls.proxy.revoke')}</button>
            </form>
          )}
        </div>
      ))}
      {free.map(({ unit, giverId, others }) => (
        <details key={`${unit} ${giverId}`}>
          <summary>{_(`polls.proxy.give.${unit}`)}</summary>
          <p>{_('polls.proxy.rules')}</p>
          <form method="post" action={`/polls/${id}/proxies`} className="form">
            <input type="hidden" name="unit" value={unit} />
            <input type="hidden" name="giverId" value={giverId} />
            <SelectField
              name="holderId"
              id={`holder-${giverId}`}
              label={_('polls.proxy.to')}
              empty={_('polls.proxy.choose')}
              options={others.map(({ id: value, name }) => ({ value, label: name }))}
            />
            <SubmitButton>{_('polls.proxy.give')}</SubmitButton>
          </form>
        </details>
      ))}
    </section>
  )
}
