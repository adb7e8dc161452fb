import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields, searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import { refusedAnswer, refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { needLanguages, ownNameOf } from '#server/needs/words.ts'
import type { SimilarStatement } from '#server/opinions/contract.ts'
import { statementLimits } from '#server/opinions/words.ts'
import { isRefusal } from '#server/refusal.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { opinions, actor } = context.platform
  const source = searchFields(request, ['needId', 'messageId'])
  try {
    const writing = await opinions.showWriting({ ...source, consultationId: params['consultationId'] ?? '' })
    return {
      ...writing,
      from: source as { needId?: string; messageId?: string },
      newId: context.newId,
      language: actor.language,
    }
  } catch (thrown) {
    return refusedPage(thrown, request)
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  const { opinions } = context.platform
  try {
    const { state } = await opinions.writeStatement(fields)
    const { consultationId } = params
    return redirect(
      `/consultations/${consultationId}/opinions?done=${state === 'waiting' ? 'written' : 'asked'}`,
      303,
    )
  } catch (thrown) {
    const reason = isRefusal(thrown) ? thrown.fields['text']?.reason : undefined
    const isSame = reason === 'statement-there-already'
    if (!isRefusal(thrown) || (!isSame && reason !== 'statement-much-alike'))
      return refusedForm(thrown, fields, request)
    const similar = await opinions.similarStatements({
      consultationId: params['consultationId'] ?? '',
      text: typeof fields['text'] === 'string' ? fields['text'] : '',
    })
    return data({ ...refusedAnswer(thrown, fields), similar, isSame }, { status: 422 })
  }
}

export default function WriteStatement() {
  const { _ } = useLingui()
  const { consultation, source, isHeld, from, newId, language } = useLoaderData<typeof loader>()
  const answer = useActionData<{ similar?: SimilarStatement[]; isSame?: boolean }>()
  const { errors, message, typed } = useRefused(answer)
  const similar = answer?.similar ?? []
  // The same cannot be sent; what is much alike can, once one has read the other.
  const isAlike = similar.length > 0 && !answer?.isSame
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          { href: `/consultations/${consultation.id}`, label: consultation.title.text },
          { href: `/consultations/${consultation.id}/opinions`, label: _('opinions.title') },
        ]}
      />
      <PageHeading
        title={_(source ? 'opinions.take-up' : 'opinions.write')}
        lead={_('opinions.write.lead', { most: statementLimits.text })}
      />
      <ErrorSummary errors={errors} message={message} />
      {similar.length > 0 && (
        <Notice tone="warn" title={_(isAlike ? 'opinions.similar' : 'opinions.there-already')}>
          <ul>
            {similar.map(({ id, text, language }) => (
              <li key={id}>
                <UserWords text={text} language={language} />
              </li>
            ))}
          </ul>
          {isAlike && <p>{_('opinions.similar.text')}</p>}
          <p>
            <a href={`/consultations/${consultation.id}/opinions`}>{_('opinions.taken-up.answer')}</a>
          </p>
        </Notice>
      )}
      {source && (
        <blockquote>
          <UserText text={source.text} language={source.language} />
        </blockquote>
      )}
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={typed('clientId') ?? newId} />
        {from.needId && <input type="hidden" name="needId" value={from.needId} />}
        {from.messageId && <input type="hidden" name="messageId" value={from.messageId} />}
        {isAlike && <input type="hidden" name="anyway" value="yes" />}
        <TextArea
          name="text"
          label={_('opinions.text')}
          hint={_('opinions.text.hint')}
          rows={3}
          maxLength={statementLimits.text}
          error={errors['text']}
          defaultValue={
            typed('text') ?? (source && source.text.length <= statementLimits.text ? source.text : '')
          }
        />
        <SelectField
          name="language"
          label={_('opinions.language')}
          options={needLanguages.map((each) => ({ value: each, label: ownNameOf(each) }))}
          defaultValue={typed('language') ?? source?.language ?? language}
        />
        {isHeld && <p className="muted">{_('opinions.held')}</p>}
        <SubmitButton>{_(isAlike ? 'opinions.send.anyway' : 'opinions.send')}</SubmitButton>
      </form>
    </main>
  )
}
