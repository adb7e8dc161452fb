import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedPage } from '#app/refused.ts'
import { exportFormats, exportValues, severalColumns } from '#server/releases/words.ts'
import { ExportsMade } from './exports-made.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const listed = await context.platform.releases
    .listExports({ surveyId: params['surveyId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  return { ...listed, refused: new URL(request.url).searchParams.get('refused') }
}

export default function SurveyExports() {
  const { _ } = useLingui()
  const { survey, parts, exports, waits, refused } = useLoaderData<typeof loader>()
  const refusedAs = refused === null ? '' : _(`refusal.${refused}`)
  return (
    <main id="content" className="page">
      <Breadcrumb
        way={[
          { href: `/surveys/${survey.id}`, label: survey.title },
          { href: `/surveys/${survey.id}/results`, label: _('releases.title') },
        ]}
      />
      <PageHeading
        title={_('releases.exports')}
        above={<bdi>{survey.title}</bdi>}
        lead={_('releases.exports.lead')}
      />
      {refusedAs && !refusedAs.startsWith('refusal.') && <Notice tone="bad">{refusedAs}</Notice>}
      {survey.isApart && <p>{_('releases.exports.apart')}</p>}
      {waits ? (
        <Notice>{_(`refusal.${waits}`)}</Notice>
      ) : (
        <form method="post" action={`/surveys/${survey.id}/exports/file`} className="form stack">
          <RadioGroup
            name="format"
            id="format"
            label={_('releases.exports.format')}
            choices={exportFormats.map((value) => ({ value, label: _(`releases.exports.format.${value}`) }))}
            chosen="xlsx"
          />
          <RadioGroup
            name="values"
            id="values"
            label={_('releases.exports.values')}
            choices={exportValues.map((value) => ({ value, label: _(`releases.exports.values.${value}`) }))}
            chosen="names"
          />
          {survey.languages.length > 1 && (
            <SelectField
              name="language"
              label={_('releases.exports.language')}
              options={survey.languages.map((value) => ({ value, label: value }))}
            />
          )}
          <RadioGroup
            name="several"
            id="several"
            label={_('releases.exports.several')}
            choices={severalColumns.map((value) => ({
              value,
              label: _(`releases.exports.several.${value}`),
            }))}
            chosen="both"
          />
          {parts.length > 0 && (
            <SelectField
              name="part"
              optional
              label={_('releases.exports.part')}
              hint={_('releases.exports.part.hint')}
              empty={_('releases.exports.part.whole')}
              options={parts.map((value) => ({ value, label: value }))}
            />
          )}
          <SubmitButton>{_('releases.exports.take')}</SubmitButton>
        </form>
      )}
      <ExportsMade exports={exports} />
    </main>
  )
}
