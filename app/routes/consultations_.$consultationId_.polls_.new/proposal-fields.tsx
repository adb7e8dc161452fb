import { useLingui } from '@lingui/react'
import { CheckboxGroup } from '#app/pieces/choices.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { useRefused } from '#app/use-refused.ts'
import type { Composing } from '#server/polls/contract.ts'
import { familyOf, type Kind } from '#server/polls/words.ts'

interface ProposalFieldsProps {
  kind: Kind
  proposals: Composing['proposals']
  refused: ReturnType<typeof useRefused>
}

/** Proposals of the consultation as options; where the question itself is answered, the one that it is about. */
export function ProposalFields({ kind, proposals, refused: { errors, typedList } }: ProposalFieldsProps) {
  const { _ } = useLingui()
  if (proposals.length === 0) return null
  const chosen = typedList('proposal') ?? []
  switch (familyOf(kind)) {
    case 'assent':
      return (
        <SelectField
          name="proposal"
          optional
          label={_('polls.proposal.about')}
          empty={_('polls.proposal.none')}
          options={proposals.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))}
          defaultValue={chosen[0] ?? ''}
          error={errors['proposal']}
        />
      )
    case 'budget':
      return (
        <fieldset className="field stack" id="proposal">
          <legend>{_('polls.proposals')}</legend>
          <p className="field-hint">{_('polls.proposals.cost')}</p>
          {errors['proposal'] && <p className="field-error">{errors['proposal']}</p>}
          {proposals.map(({ id, number, title }, n) => (
            <div key={id}>
              <input type="hidden" name="proposal" value={id} />
              <TextField
                name="proposalCost"
                id={`proposal-cost-${n}`}
                short
                type="number"
                min={1}
                inputMode="numeric"
                optional
                label={
                  <bdi>
                    {number}. {title}
                  </bdi>
                }
                defaultValue={typedList('proposalCost')?.[n]}
              />
            </div>
          ))}
        </fieldset>
      )
    case 'approve':
    case 'points':
    case 'ranks':
      return (
        <CheckboxGroup
          name="proposal"
          optional
          label={_('polls.proposals')}
          hint={_('polls.proposals.hint')}
          choices={proposals.map(({ id, number, title }) => ({
            value: id,
            label: (
              <bdi>
                {number}. {title}
              </bdi>
            ),
          }))}
          chosen={chosen}
          error={errors['proposal']}
        />
      )
  }
}
