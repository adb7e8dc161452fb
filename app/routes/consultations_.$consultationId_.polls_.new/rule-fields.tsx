import { useLingui } from '@lingui/react'
import { Checkbox, RadioGroup } from '#app/pieces/choices.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { VoteRuleFields } from '#app/pieces/vote-rule-fields.tsx'
import type { useRefused } from '#app/use-refused.ts'
import { electorates, familyOf, ties, tiers, type Kind } from '#server/polls/words.ts'

/** Who votes, what is promised to them, and by which rules it is counted. */
export function RuleFields({ kind, refused }: { kind: Kind; refused: ReturnType<typeof useRefused> }) {
  const { _ } = useLingui()
  const { errors, typed } = refused
  const family = familyOf(kind)
  return (
    <>
      <RadioGroup
        name="electors"
        label={_('polls.electors')}
        choices={electorates.map((each) => ({ value: each, label: _(`polls.electors.${each}`) }))}
        chosen={typed('electors') ?? 'seats'}
        error={errors['electors']}
      />
      <RadioGroup
        name="tier"
        label={_('polls.tier')}
        hint={_('polls.tier.hint')}
        choices={tiers.map((each) => ({
          value: each,
          label: _(`polls.tier.${each}`),
          hint: _(`polls.tier.${each}.text`),
        }))}
        chosen={typed('tier') ?? 'open'}
        error={errors['tier']}
      />
      <TextField
        name="externalAddress"
        type="url"
        optional
        label={_('polls.external-address')}
        hint={_('polls.external-address.hint')}
        defaultValue={typed('externalAddress')}
        error={errors['externalAddress']}
      />
      <VoteRuleFields
        refused={refused}
        quorum={{ label: _('polls.quorum'), hint: _('polls.quorum.hint') }}
        hasMajority={kind === 'favour'}
      >
        {(family === 'approve' || family === 'points' || kind === 'schulze') && (
          <RadioGroup
            name="tie"
            label={_('polls.tie')}
            choices={ties.map((each) => ({ value: each, label: _(`polls.tie.${each}`) }))}
            chosen={typed('tie') ?? 'shared'}
            error={errors['tie']}
          />
        )}
        <div className="field">
          <Checkbox
            name="reasonRequired"
            label={_('polls.reason-required')}
            checked={typed('reasonRequired') === 'yes'}
          />
        </div>
      </VoteRuleFields>
    </>
  )
}
