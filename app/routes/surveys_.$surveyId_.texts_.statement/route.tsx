import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TakenUp } from '#app/pieces/release/taken-up.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { textAsked } from '#app/text-asked.ts'
import { useRefused } from '#app/use-refused.ts'
import { statementLimits } from '#server/opinions/words.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const shown = await context.platform.releases
    .showText(textAsked(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...shown, clientId: context.newId }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { survey, language } = await context.platform.releases.showText(textAsked(request, params))
    await context.platform.opinions.writeStatement({
      ...fields,
      language,
      consultationId: survey.consultationId,
    })
    return redirect(`/surveys/${survey.id}/texts?done=statement`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function StatementFromText() {
  const { _ } = useLingui()
  const shown = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { text, clientId } = shown
  const isAlike = errors['text'] !== undefined
  return (
    <TakenUp shown={shown} title={_('releases.to-statement')}>
      <ErrorSummary errors={errors} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
        {isAlike && <input type="hidden" name="anyway" value="yes" />}
        <TextArea
          name="text"
          label={_('opinions.text')}
          hint={_('opinions.text.hint')}
          rows={3}
          maxLength={statementLimits.text}
          error={errors['text']}
          defaultValue={typed('text') ?? (text.length <= statementLimits.text ? text : '')}
        />
        <SubmitButton>{_(isAlike ? 'opinions.send.anyway' : 'opinions.send')}</SubmitButton>
      </form>
    </TakenUp>
  )
}
