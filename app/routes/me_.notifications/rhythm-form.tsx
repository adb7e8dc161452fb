import { useLingui } from '@lingui/react'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { rhythms, type Rhythm } from '#server/notices/words.ts'

export function RhythmForm({ rhythm }: { rhythm: Rhythm }) {
  const { _ } = useLingui()
  return (
    <form method="post" action="/me/notifications/rhythm" className="form">
      <RadioGroup
        name="rhythm"
        label={_('notices.rhythm')}
        hint={_('notices.rhythm.hint')}
        choices={rhythms.map((value) => ({
          value,
          label: _(`notices.rhythm.${value}`),
        }))}
        chosen={rhythm}
      />
      <SubmitButton tone="quiet">{_('notices.rhythm.save')}</SubmitButton>
    </form>
  )
}
