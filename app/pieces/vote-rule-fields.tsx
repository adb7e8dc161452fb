import { useLingui } from '@lingui/react'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { DateField } from '#app/pieces/date-field.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { useRefused } from '#app/use-refused.ts'
import { majorities } from '#server/ballots/words.ts'

interface VoteRuleFieldsProps {
  refused: Pick<ReturnType<typeof useRefused>, 'errors' | 'typed'>
  /** Of what it is a share: of the seats, or of all who may vote. */
  quorum: { label: string; hint: string }
  hasMajority: boolean
  /** Further rules, before the dates. */
  children?: React.ReactNode
}

/** The rules that every vote of a table states before it opens: how many must vote, what carries it, and from when to when. */
export function VoteRuleFields({
  refused: { errors, typed },
  quorum,
  hasMajority,
  children,
}: VoteRuleFieldsProps) {
  const { _ } = useLingui()
  return (
    <>
      <TextField
        name="quorum"
        type="number"
        min={0}
        max={100}
        inputMode="numeric"
        short
        label={quorum.label}
        hint={quorum.hint}
        defaultValue={typed('quorum') ?? '50'}
        error={errors['quorum']}
      />
      {hasMajority && (
        <RadioGroup
          name="majority"
          label={_('ballots.majority')}
          choices={majorities.map((each) => ({
            value: each,
            label: _(`ballots.majority.${each}`),
            hint: _(`ballots.majority.${each}.text`),
          }))}
          chosen={typed('majority') ?? 'simple'}
          error={errors['majority']}
        />
      )}
      {children}
      {(['opens', 'closes'] as const).map((turn) => (
        <DateField
          key={turn}
          name={`${turn}At`}
          withTime
          label={_(`ballots.${turn}`)}
          hint={_('ballots.italian-time')}
          defaultValue={typed(`${turn}At`)}
          error={errors[`${turn}At`]}
        />
      ))}
    </>
  )
}
