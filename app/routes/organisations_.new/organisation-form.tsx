import { useLingui } from '@lingui/react'
import { languageName } from '#app/language-names.ts'
import type { PlaceFound } from '#app/place.ts'
import { Checkbox, CheckboxGroup } from '#app/pieces/choices.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { PlaceFields } from '#app/pieces/place-fields.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { useRefused } from '#app/use-refused.ts'
import { organisationKinds, spokenLanguages } from '#server/organisations/words.ts'

interface OrganisationFormProps {
  answer: { found?: PlaceFound[] } | undefined
  regions: readonly { code: string; name: string }[]
  clientId?: string
  before?: {
    name: string
    kind: string
    regionCode: string
    place: string
    languages: string[]
    communities: string[]
    registerNumber: string | null
  }
  submit: string
}

export function OrganisationForm({ answer, regions, clientId, before, submit }: OrganisationFormProps) {
  const { _, i18n } = useLingui()
  const { errors, message, typed, typedList } = useRefused(answer)
  const nameIsTaken = errors['name'] === _('refusal.organisation-exists')
  return (
    <>
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        {clientId && <input type="hidden" name="clientId" value={clientId} />}
        <TextField
          name="name"
          label={_('organisations.name')}
          autoComplete="organization"
          maxLength={120}
          error={errors['name']}
          defaultValue={typed('name') ?? before?.name}
        />
        {nameIsTaken && <Checkbox name="confirmed" label={_('organisations.confirmed')} />}
        <SelectField
          name="kind"
          label={_('organisations.kind')}
          empty={_('organisations.kind.choose')}
          options={organisationKinds.map((kind) => ({ value: kind, label: _(`organisations.kind.${kind}`) }))}
          error={errors['kind']}
          defaultValue={typed('kind') ?? before?.kind ?? ''}
        />
        <PlaceFields
          regions={regions}
          found={answer?.found ?? []}
          errors={errors}
          typed={typed}
          {...(before && { before })}
        />
        <CheckboxGroup
          name="languages"
          label={_('organisations.languages')}
          hint={_('organisations.languages.hint')}
          inColumns
          optional
          choices={spokenLanguages.map((language) => ({
            value: language,
            label: languageName(language, i18n.locale),
          }))}
          chosen={typedList('languages') ?? before?.languages ?? []}
          error={errors['languages']}
        />
        <TextArea
          name="communities"
          label={_('organisations.communities')}
          hint={_('organisations.communities.hint')}
          optional
          rows={3}
          error={errors['communities']}
          defaultValue={typed('communities') ?? before?.communities.join('\n')}
        />
        <TextField
          name="registerNumber"
          label={_('organisations.register-number')}
          hint={_('organisations.register-number.hint')}
          optional
          short
          error={errors['registerNumber']}
          defaultValue={typed('registerNumber') ?? before?.registerNumber ?? ''}
        />
        <SubmitButton>{submit}</SubmitButton>
      </form>
    </>
  )
}
