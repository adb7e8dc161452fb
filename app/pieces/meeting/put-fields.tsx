import { useLingui } from '@lingui/react'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { majorities } from '#server/ballots/words.ts'
import { decisionLimits, usualVoteMinutes } from '#server/decisions/words.ts'
import type { RecordedFields } from './motion-fields.tsx'
import { idsIn } from './own-language.tsx'

interface PutFieldsProps extends Omit<RecordedFields, 'language'> {
  usualQuorum: number
  /** Its own words become a proposal, which has a title and is addressed to somebody. */
  isOwnText: boolean
}

/** The rules of a vote, stated before it opens. */
export function PutFields({ errors, typed, form, usualQuorum, isOwnText }: PutFieldsProps) {
  const { _ } = useLingui()
  const id = idsIn(form)
  const number = { type: 'number', inputMode: 'numeric', short: true } as const
  return (
    <>
      <TextField
        {...number}
        name="quorum"
        id={id('quorum')}
        min={0}
        max={100}
        label={_('decisions.put.quorum')}
        error={errors['quorum']}
        defaultValue={typed?.('quorum') ?? usualQuorum}
      />
      <SelectField
        name="majority"
        id={id('majority')}
        label={_('decisions.put.majority')}
        options={majorities.map((value) => ({ value, label: _(`decisions.majority.${value}`) }))}
        error={errors['majority']}
        defaultValue={typed?.('majority')}
      />
      <TextField
        {...number}
        name="minutes"
        id={id('minutes')}
        min={1}
        max={decisionLimits.voteMinutes}
        label={_('decisions.put.minutes')}
        error={errors['minutes']}
        defaultValue={typed?.('minutes') ?? usualVoteMinutes}
      />
      {isOwnText && (
        <details>
          <summary>{_('decisions.put.more')}</summary>
          <TextField
            name="title"
            id={id('title')}
            optional
            maxLength={decisionLimits.title}
            label={_('decisions.put.title')}
            hint={_('decisions.put.title.hint')}
            error={errors['title']}
            defaultValue={typed?.('title')}
          />
          <TextField
            name="addressee"
            id={id('addressee')}
            optional
            maxLength={decisionLimits.addressee}
            label={_('decisions.put.addressee')}
            hint={_('decisions.put.addressee.hint')}
            error={errors['addressee']}
            defaultValue={typed?.('addressee')}
          />
        </details>
      )}
    </>
  )
}
