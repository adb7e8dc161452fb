import { useLingui } from '@lingui/react'
import { SelectField } from '#app/pieces/select-field.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { decisionLimits } from '#server/decisions/words.ts'
import { idsIn, OwnLanguage } from './own-language.tsx'

export interface RecordedFields {
  errors: Record<string, string | undefined>
  typed?: ((name: string) => string | undefined) | undefined
  language: string
  /** The name of the form, where its page has others. */
  form?: string
}

interface MotionFieldsProps extends RecordedFields {
  /** The seats that may move: of one there is nothing to choose. */
  seats: readonly { seatId: string; organisation: string }[]
  proposals: readonly { id: string; title: string; number?: number }[]
}

/** What a seat moves: its own words, or that a proposal be voted on. */
export function MotionFields({ errors, typed, language, form, seats, proposals }: MotionFieldsProps) {
  const { _ } = useLingui()
  const id = idsIn(form)
  const [only] = seats
  return (
    <>
      {seats.length > 1 ? (
        <SelectField
          name="seatId"
          id={id('seatId')}
          label={_('decisions.motion.seat')}
          options={seats.map(({ seatId, organisation }) => ({ value: seatId, label: organisation }))}
          error={errors['seatId']}
          defaultValue={typed?.('seatId')}
        />
      ) : (
        <input type="hidden" name="seatId" value={only?.seatId ?? ''} />
      )}
      <TextArea
        name="text"
        id={id('text')}
        rows={4}
        minLength={10}
        maxLength={decisionLimits.motion}
        label={_('decisions.motion.text')}
        hint={_('decisions.motion.text.hint')}
        error={errors['text'] ?? errors['document']}
        defaultValue={typed?.('text')}
      />
      {proposals.length > 0 && (
        <SelectField
          name="proposalId"
          id={id('proposalId')}
          optional
          label={_('decisions.motion.proposal')}
          empty={_('decisions.motion.proposal.none')}
          options={proposals.map((proposal) => ({
            value: proposal.id,
            label: proposal.number ? `${proposal.number}. ${proposal.title}` : proposal.title,
          }))}
          error={errors['proposalId']}
          defaultValue={typed?.('proposalId')}
        />
      )}
      <OwnLanguage id={id('language')} error={errors['language']} chosen={typed?.('language') ?? language} />
    </>
  )
}
