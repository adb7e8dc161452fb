import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Desk, deskSurvey } from '#app/pieces/composing/desk.tsx'
import { outlineOf } from '#app/pieces/composing/outline.ts'
import { ProblemList } from '#app/pieces/composing/problem-list.tsx'
import { Done } from '#app/pieces/done.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { refusedPage } from '#app/refused.ts'
import { Lists } from './lists.tsx'
import { Opening } from './opening.tsx'
import { Outline } from './outline.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const survey = await context.platform.surveys
    .showSurvey(params)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const { form, problems, missing, opensAt, closesAt, openedBy } = survey
  return {
    survey: deskSurvey(survey),
    lines: outlineOf(form),
    lists: Object.entries(form.lists).map(([name, choices]) => ({ name, count: choices.length })),
    problems,
    missing,
    opensAt,
    closesAt,
    isDecided: openedBy !== null,
  }
}

export default function Form() {
  const { _ } = useLingui()
  const { survey, lines, lists, problems, missing, opensAt, closesAt, isDecided } =
    useLoaderData<typeof loader>()
  const { id, version, state } = survey
  const isDraft = state === 'draft'
  return (
    <Desk
      survey={survey}
      at="form"
      heading={_('surveys.form')}
      lead={isDraft ? _('surveys.form.lead') : undefined}
    >
      <Done
        said={{
          composed: 'surveys.done.composed',
          uploaded: 'surveys.uploaded',
          kept: 'surveys.done.kept',
          opened: 'surveys.done.opened',
          closed: 'surveys.done.closed',
        }}
      />
      {!isDraft && <Notice>{_('surveys.form.fixed')}</Notice>}
      {isDraft && (
        <p className="cluster">
          <a className="btn btn-primary" href={`/surveys/${id}/form/item`}>
            {_('surveys.add')}
          </a>
          <a href={`/surveys/${id}/form/upload`}>{_('surveys.replace')}</a>
        </p>
      )}
      <Outline id={id} version={version} lines={lines} mayChange={isDraft} />
      <p className="cluster">
        <a href={`/surveys/${id}/form.xlsx`}>{_('surveys.download')}</a>
        <a href={`/surveys/${id}/print`}>{_('surveys.print')}</a>
      </p>
      {lists.length > 0 && <Lists id={id} lists={lists} mayChange={isDraft} />}
      {problems.length > 0 && (
        <section aria-labelledby="noticed" className="band">
          <h2 id="noticed">{_('surveys.noticed')}</h2>
          <p>{_('surveys.noticed.text')}</p>
          <ProblemList problems={problems} />
        </section>
      )}
      <Opening
        survey={survey}
        missing={missing}
        opensAt={opensAt}
        closesAt={closesAt}
        isDecided={isDecided}
      />
    </Desk>
  )
}
