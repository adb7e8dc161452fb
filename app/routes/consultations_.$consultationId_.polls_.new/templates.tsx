import { useLingui } from '@lingui/react'
import { families, kindsOf } from '#server/polls/words.ts'
import { Explained } from './explained.tsx'

/** Every way of deciding: when to use it, what each choice means, how it is counted. */
export function Templates({ consultationId }: { consultationId: string }) {
  const { _ } = useLingui()
  return (
    <>
      {families.map((family) => (
        <section key={family} aria-labelledby={family} className="band">
          <h2 id={family}>{_(`polls.family.${family}`)}</h2>
          <ul className="plain-list stack">
            {kindsOf[family].map((kind) => (
              <li key={kind}>
                <h3 className="h6">
                  <a href={`/consultations/${consultationId}/polls/new?kind=${kind}`}>
                    {_(`polls.kind.${kind}`)}
                  </a>
                </h3>
                <p>{_(`polls.kind.${kind}.when`)}</p>
                <Explained kind={kind} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
