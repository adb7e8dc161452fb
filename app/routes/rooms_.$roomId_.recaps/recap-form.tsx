import { useLingui } from '@lingui/react'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import type { useRefused } from '#app/use-refused.ts'
import { longestRecap, writtenLanguages } from '#server/rooms/words.ts'

interface RecapFormProps {
  language: string
  clientId: string
  refused: ReturnType<typeof useRefused>
}

const languages = Object.entries(writtenLanguages).map(([value, label]) => ({ value, label }))

/** What was said so far, in plain words and in two languages. */
export function RecapForm({ language, clientId, refused: { typed, errors } }: RecapFormProps) {
  const { _ } = useLingui()
  return (
    <section className="band" id="write">
      <h2>{_('talk.recap.write')}</h2>
      <p>{_('talk.recap.hint')}</p>
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
        {(['first', 'second'] as const).map((which) => (
          <fieldset key={which}>
            <legend>{_(`talk.recap.${which}`)}</legend>
            <SelectField
              name={`${which}Language`}
              label={_('talk.recap.language')}
              options={languages}
              empty={_('talk.recap.language.choose')}
              defaultValue={typed(`${which}Language`) ?? (which === 'first' ? language : '')}
              error={errors[`${which}Language`]}
            />
            <TextArea
              name={`${which}Text`}
              label={_('talk.recap.text')}
              maxLength={longestRecap}
              defaultValue={typed(`${which}Text`)}
              error={errors[`${which}Text`]}
            />
          </fieldset>
        ))}
        <SubmitButton>{_('talk.recap.send')}</SubmitButton>
      </form>
    </section>
  )
}
