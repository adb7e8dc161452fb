import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { Desk, deskSurvey } from '#app/pieces/composing/desk.tsx'
import { itemAt } from '#app/pieces/composing/outline.ts'
import { useFormRefused } from '#app/pieces/composing/say-problem.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { itemTypes } from '#server/surveys/words.ts'
import { filledIn } from './filled-in.ts'
import { ItemFields } from './item-fields.tsx'
import { TypeList } from './type-list.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const survey = await context.platform.surveys
    .showSurvey(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (survey.state !== 'draft') throw redirect(`/surveys/${survey.id}/form`)
  const search = new URL(request.url).searchParams
  const path = search.get('path')
  const item = path === null ? undefined : itemAt(survey.form, path)
  if (path !== null && (!item || item.is === 'unasked')) throw redirect(`/surveys/${survey.id}/form`)
  const asked = itemTypes.find((each) => each === search.get('type'))
  return {
    survey: deskSurvey(survey),
    path,
    into: search.get('into'),
    type: item && item.is !== 'unasked' ? (item.is === 'question' ? item.type : item.is) : (asked ?? null),
    languages: survey.form.languages,
    lists: Object.keys(survey.form.lists),
    filled: item && item.is !== 'unasked' ? filledIn(item, survey.form.languages) : {},
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { surveyId } = await context.platform.surveys.keepItem(fields)
    return redirect(`/surveys/${surveyId}/form?done=kept`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function FormItem() {
  const { _ } = useLingui()
  const { survey, path, into, type, languages, lists, filled } = useLoaderData<typeof loader>()
  const refused = useFormRefused(useActionData())
  if (type === null)
    return (
      <Desk survey={survey} heading={_('surveys.add')} lead={_('surveys.add.lead')}>
        <TypeList surveyId={survey.id} into={into} />
      </Desk>
    )
  return (
    <Desk
      survey={survey}
      heading={_(path === null ? 'surveys.add' : 'surveys.change')}
      lead={_(`surveys.type.${type}.when`)}
    >
      <ErrorSummary errors={refused.errors} message={refused.message} />
      <form method="post" className="form">
        <input type="hidden" name="version" value={survey.version} />
        {path !== null && <input type="hidden" name="path" value={path} />}
        {into !== null && <input type="hidden" name="into" value={into} />}
        <ItemFields
          type={type}
          isNew={path === null}
          languages={languages}
          lists={lists}
          filled={filled}
          refused={refused}
        />
        <div className="cluster">
          <SubmitButton>{_('surveys.keep')}</SubmitButton>
          <a href={`/surveys/${survey.id}/form`}>{_('surveys.back')}</a>
        </div>
      </form>
    </Desk>
  )
}
