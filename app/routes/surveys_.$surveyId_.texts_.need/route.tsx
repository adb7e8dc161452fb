import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { CheckboxGroup, RadioGroup } from '#app/pieces/choices.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import { TakenUp } from '#app/pieces/release/taken-up.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { textAsked } from '#app/text-asked.ts'
import { useRefused } from '#app/use-refused.ts'
import { areas, concerns, needLimits, urgencies } from '#server/needs/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { releases, needs } = context.platform
  try {
    const shown = await releases.showText(textAsked(request, params))
    const { regions, regionCode } = await needs.showNeedForm({ consultationId: shown.survey.consultationId })
    return { ...shown, regions, regionCode, clientId: context.newId }
  } catch (thrown) {
    return refusedPage(thrown, request)
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { survey, language } = await context.platform.releases.showText(textAsked(request, params))
    const { id } = await context.platform.needs.postNeed({
      ...fields,
      language,
      consultationId: survey.consultationId,
    })
    return redirect(`/needs/${id}?done=posted`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function NeedFromText() {
  const { _ } = useLingui()
  const shown = useLoaderData<typeof loader>()
  const { errors, message, typed, typedList } = useRefused(useActionData())
  const { text, regions, regionCode, clientId } = shown
  return (
    <TakenUp shown={shown} title={_('releases.to-need')}>
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
        <TextField
          name="title"
          label={_('needs.title')}
          hint={_('needs.title.hint')}
          maxLength={needLimits.title}
          error={errors['title']}
          defaultValue={typed('title')}
        />
        <TextArea
          name="text"
          label={_('releases.need.text')}
          rows={6}
          error={errors['text']}
          defaultValue={typed('text') ?? text}
        />
        <CheckboxGroup
          name="areas"
          label={_('needs.areas')}
          choices={areas.map((value) => ({ value, label: _(`needs.area.${value}`) }))}
          chosen={typedList('areas') ?? []}
          error={errors['areas']}
        />
        <CheckboxGroup
          name="concerns"
          label={_('needs.concerns')}
          choices={concerns.map((value) => ({ value, label: _(`needs.concern.${value}`) }))}
          chosen={typedList('concerns') ?? []}
          error={errors['concerns']}
        />
        <RadioGroup
          name="urgency"
          label={_('needs.urgency')}
          choices={urgencies.map((value) => ({ value, label: _(`needs.urgency.${value}`) }))}
          chosen={typed('urgency') ?? 'medium'}
          error={errors['urgency']}
        />
        <SelectField
          name="regionCode"
          label={_('needs.filter.region')}
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={typed('regionCode') ?? regionCode ?? ''}
          error={errors['regionCode']}
        />
        <SubmitButton>{_('releases.need.post')}</SubmitButton>
      </form>
    </TakenUp>
  )
}
