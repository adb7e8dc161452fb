import { useLingui } from '@lingui/react'
import { Checkbox } from '#app/pieces/choices.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import type { CollectionSeen } from '#server/opinions/contract.ts'

const questions = ['isOpen', 'holdsStatements', 'letsGuests', 'showsResults'] as const

/** How the consultation collects statements: four questions with a yes or a no. */
export function ArrangeForm({ collection }: { collection: CollectionSeen }) {
  const { _ } = useLingui()
  return (
    <section className="band" aria-labelledby="arrange">
      <h2 id="arrange">{_('opinions.arrange')}</h2>
      <form
        method="post"
        action={`/consultations/${collection.consultationId}/statements/settings`}
        className="form"
      >
        {questions.map((name) => (
          <Checkbox
            key={name}
            name={name}
            label={_(`opinions.arrange.${name}`)}
            hint={_(`opinions.arrange.${name}.hint`)}
            checked={collection[name]}
          />
        ))}
        <SubmitButton>{_('opinions.arrange.save')}</SubmitButton>
      </form>
    </section>
  )
}
