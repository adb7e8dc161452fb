import { useLingui } from '@lingui/react'
import { languageName } from '#app/language-names.ts'
import { Checkbox, CheckboxGroup } from '#app/pieces/choices.tsx'
import { DateField } from '#app/pieces/date-field.tsx'
import { InOtherLanguages } from '#app/pieces/in-other-languages.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { screenLanguages } from '#app/i18n/languages.ts'
import { meetingLimits } from '#server/meetings/words.ts'

interface MeetingFieldsProps {
  errors: Record<string, string | undefined>
  /** What was typed, or else how the meeting is now. */
  value: (name: string) => string | undefined
  languages: readonly string[]
  showsNames: boolean
}

/** What a meeting is called with. */
export function MeetingFields({ errors, value, languages, showsNames }: MeetingFieldsProps) {
  const { _, i18n } = useLingui()
  return (
    <>
      <TextField
        name="titleIt"
        label={_('meetings.field.title')}
        hint={_('meetings.field.title.hint')}
        minLength={3}
        maxLength={meetingLimits.title}
        error={errors['titleIt']}
        defaultValue={value('titleIt')}
      />
      <InOtherLanguages
        fields={[{ stem: 'title', label: _('meetings.field.title') }]}
        errors={errors}
        typed={value}
      />
      <DateField
        name="startsAt"
        withTime
        label={_('meetings.field.starts')}
        hint={_('meetings.italian-time')}
        error={errors['startsAt']}
        defaultValue={value('startsAt')}
      />
      <DateField
        name="endsAt"
        withTime
        label={_('meetings.field.ends')}
        hint={_('meetings.italian-time')}
        error={errors['endsAt']}
        defaultValue={value('endsAt')}
      />
      <TextField
        name="place"
        label={_('meetings.field.place')}
        hint={_('meetings.field.place.hint')}
        maxLength={meetingLimits.place}
        optional
        error={errors['place']}
        defaultValue={value('place')}
      />
      <CheckboxGroup
        name="languages"
        label={_('meetings.field.languages')}
        hint={_('meetings.field.languages.hint')}
        choices={screenLanguages.map((language) => ({
          value: language,
          label: languageName(language, i18n.locale),
        }))}
        chosen={languages}
        error={errors['languages']}
      />
      <TextField
        name="quorum"
        type="number"
        min={0}
        max={100}
        inputMode="numeric"
        short
        label={_('meetings.field.quorum')}
        hint={_('meetings.field.quorum.hint')}
        error={errors['quorum']}
        defaultValue={value('quorum')}
      />
      <TextField
        name="seatMinutes"
        type="number"
        min={1}
        max={meetingLimits.itemMinutes}
        inputMode="numeric"
        short
        optional
        label={_('meetings.field.seat-minutes')}
        hint={_('meetings.field.seat-minutes.hint')}
        error={errors['seatMinutes']}
        defaultValue={value('seatMinutes')}
      />
      <Checkbox
        name="showsNames"
        label={_('meetings.field.shows-names')}
        hint={_('meetings.field.shows-names.hint')}
        checked={showsNames}
      />
    </>
  )
}
