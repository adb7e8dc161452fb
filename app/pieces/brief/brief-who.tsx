import { useLingui } from '@lingui/react'
import type { BriefContent } from '#server/briefs/contract.ts'

const seatKinds = ['voting', 'consultative', 'observer']

/** Who stands behind it: the seats of that day, the organisations that took part, where the needs come from. */
export function BriefWho({ content }: { content: BriefContent }) {
  const { _ } = useLingui()
  const { seats, organisations, territories } = content
  return (
    <section className="band" aria-labelledby="who">
      <h2 id="who">{_('briefs.who')}</h2>
      {seatKinds.map((kind) => {
        const held = seats.filter((seat) => seat.kind === kind)
        return held.length === 0 ? null : (
          <div key={kind}>
            <h3>
              {_(`briefs.seat.${kind}`)} <span className="muted">({held.length})</span>
            </h3>
            <Names names={held.map((seat) => seat.organisation)} />
          </div>
        )
      })}
      {organisations.length > 0 && (
        <>
          <h3>
            {_('briefs.organisations')} <span className="muted">({organisations.length})</span>
          </h3>
          <Names names={organisations.map((organisation) => organisation.name)} />
        </>
      )}
      {territories.length > 0 && (
        <>
          <h3>{_('briefs.territories')}</h3>
          <p>
            {territories.map(({ name, needs }, index) => (
              <span key={name}>
                {index > 0 && ' · '}
                {name} ({needs})
              </span>
            ))}
          </p>
        </>
      )}
    </section>
  )
}

function Names({ names }: { names: string[] }) {
  return (
    <p>
      {names.map((name, index) => (
        <span key={`${index} ${name}`}>
          {index > 0 && ' · '}
          <bdi>{name}</bdi>
        </span>
      ))}
    </p>
  )
}
