import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { searchFields } from '#app/form-fields.ts'
import { chooseLanguage } from '#app/i18n/choose-language.ts'
import { screenLanguages } from '#app/i18n/languages.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { AskedInForm } from '#app/pieces/survey/asked-in.tsx'
import { DrawnList } from '#app/pieces/survey/drawn-list.tsx'
import { SurveyLanguages } from '#app/pieces/survey/survey-languages.tsx'
import { SurveyScript } from '#app/pieces/survey/survey-script.tsx'
import { SurveyProgress } from '#app/pieces/survey/survey-progress.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { respondingOn, writeResponding } from '#app/responding-cookie.ts'
import type { RouteHandle } from '#app/route-handle.ts'
import { postedPage } from '#app/survey-form.ts'
import { useRefused } from '#app/use-refused.ts'
import { type FieldRefusal, isRefusal, Refusal } from '#server/refusal.ts'
import { onBehalfMinutes } from '#server/responses/words.ts'

export const handle: RouteHandle = { script: true }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const surveyId = params['surveyId'] ?? ''
  const responding = respondingOn(request)
  if (!responding) throw redirect(`/surveys/${surveyId}/answering/resumption`)
  const { script, ...shown } = await context.platform.responses
    .showPage({ ...searchFields(request, ['page', 'language']), surveyId, key: responding.key })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...shown, hasRules: script !== null, aside: script }
}

/** Keeps the page and goes on, back, or stays. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const surveyId = params['surveyId'] ?? ''
  const responding = respondingOn(request)
  if (!responding) throw redirect(`/surveys/${surveyId}/answering/resumption`)
  const { fields, files, at, turn, speak, ...posted } = await postedPage(request)
  try {
    const { responses } = context.platform
    const refused: Record<string, FieldRefusal> = {}
    for (const [path, file] of files) {
      const kept = await responses
        .keepFile({ surveyId, key: responding.key, path, file })
        .catch((thrown: unknown) => noteRefused(thrown, refused))
      if (kept) fields[path] = kept.fileId
    }
    const isRefused = Object.keys(refused).length > 0
    const kept = await responses.keepPage({
      ...posted,
      // What was typed beside a file that cannot be taken is kept all the same.
      ...(isRefused ? { go: 'stay' } : turn ? { turn } : {}),
      surveyId,
      key: responding.key,
      fields,
    })
    if (isRefused) throw new Refusal('invalid', 'fields', { fields: refused })
    const pages = `/surveys/${surveyId}/answering`
    const where = kept.isSaved
      ? `${pages}/saved`
      : kept.page === null
        ? `${pages}/review`
        : `${pages}?page=${kept.page}`
    const headers = new Headers({
      'Set-Cookie': writeResponding(surveyId, responding, context.site.origin),
    })
    // One that we speak too changes the words around the form as well.
    if (screenLanguages.some((each) => each === speak))
      headers.append('Set-Cookie', await chooseLanguage(context, speak))
    return redirect(at && kept.page !== null ? `${where}#${encodeURI(at)}` : where, { status: 303, headers })
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

function noteRefused(thrown: unknown, refused: Record<string, FieldRefusal>): undefined {
  if (!isRefusal(thrown) || thrown.kind !== 'invalid') throw thrown
  Object.assign(refused, thrown.fields)
}

export default function Answering() {
  const { _ } = useLingui()
  const shown = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData<typeof action>())
  const {
    survey,
    language,
    languages,
    page,
    place,
    pages,
    drawn,
    hasRules,
    mayGoBack,
    hasSeenAll,
    isOnBehalf,
  } = shown
  const address = `/surveys/${survey.id}/answering?page=${page}`
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={survey.title} language={survey.language} />
      <form
        method="post"
        action={address}
        className="survey-page"
        noValidate
        {...(asksFile(drawn) && { encType: 'multipart/form-data' })}
      >
        <input type="hidden" name="~page" value={page} />
        <input type="hidden" name="~language" value={language.name} />
        {/* What the Enter key presses: the first button of a form, whatever stands before the others. */}
        <button className="visually-hidden" name="~go" value="next" tabIndex={-1} aria-hidden="true" />
        <SurveyLanguages languages={languages} language={language} />
        {isOnBehalf && <Notice>{_('responses.on-behalf.note', { minutes: onBehalfMinutes })}</Notice>}
        <SurveyProgress place={place} pages={pages} />
        <ErrorSummary
          errors={withQuestions(errors, drawn)}
          message={Object.keys(errors).length > 0 ? undefined : message}
        />
        <div className="form survey-form">
          <div className="survey-words" lang={language.code} dir={language.direction}>
            <AskedInForm.Provider value={{ errors, typed }}>
              <DrawnList drawn={drawn} />
            </AskedInForm.Provider>
          </div>
          <div className="survey-buttons">
            {mayGoBack && (
              <button className="btn btn-outline-primary" name="~go" value="back">
                {_('responses.back')}
              </button>
            )}
            <button className="btn btn-primary" name="~go" value="next">
              {_(place === pages ? 'responses.to-review' : 'responses.next')}
            </button>
            {hasSeenAll && place < pages && (
              <button className="btn btn-outline-primary" name="~go" value="review">
                {_('responses.to-review')}
              </button>
            )}
            <button className="link-button" name="~go" value="save">
              {_('responses.save')}
            </button>
          </div>
        </div>
      </form>
      <SurveyScript surveyId={survey.id} language={language.name} hasRules={hasRules} />
    </main>
  )
}

/** Above a page of many questions, what is wrong is said with the question that it is wrong with. */
function withQuestions(errors: Record<string, string | undefined>, drawn: DrawnHere) {
  const labels = new Map(labelsIn(drawn))
  return Object.fromEntries(
    Object.entries(errors).map(([path, error]) => {
      const label = labels.get(path) ?? labels.get(path.replace(/_other$/, ''))
      return [path, error && label ? `${label} · ${error}` : error]
    }),
  )
}

function labelsIn(drawn: DrawnHere): [string, string][] {
  return drawn.flatMap((one) =>
    one.is === 'question'
      ? [[one.path, one.label]]
      : one.is === 'group'
        ? labelsIn(one.inside)
        : one.turns.flatMap(({ inside }) => labelsIn(inside)),
  )
}

type DrawnHere = Awaited<ReturnType<typeof loader>>['drawn']

function asksFile(drawn: DrawnHere): boolean {
  return drawn.some((one) =>
    one.is === 'question'
      ? ['image', 'audio', 'file'].includes(one.type)
      : one.is === 'group'
        ? asksFile(one.inside)
        : one.turns.some(({ inside }) => asksFile(inside)),
  )
}
