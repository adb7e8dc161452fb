import { useLingui } from '@lingui/react'
import { Checkbox } from '#app/pieces/choices.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import type { CollectionSeen } from '#server/opinions/contract.ts'

const questions = ['isOpen', 'holdsStatements', 'letsGuests', 'showsResults'] as const

/** How the consultation collects statements: questions with a yes or a no. Where it has closed, nothing is opened any more. */
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
        {questions
          .filter((name) => name !== 'isOpen' || collection.closedAt === null)
          .map((name) => (
            <Checkbox
              key={name}
              name={name}
              label={_(`opinions.arrange.${name}`)}
              hint={_(`opinions.arrange.${name}.hint`)}
              checked={collection[name]}
            />
          ))}
        {collection.isSensitive ? (
          <p>{_('opinions.arrange.isSensitive.stays')}</p>
        ) : (
          <Checkbox
            name="isSensitive"
            label={_('opinions.arrange.isSensitive')}
            hint={_('opinions.arrange.isSensitive.hint')}
          />
        )}
        <SubmitButton>{_('opinions.arrange.save')}</SubmitButton>
      </form>
    </section>
  )
}
