import { useLingui } from '@lingui/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { csvFile } from '#app/csv-file.ts'
import { formFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { RadioGroup } from '#app/pieces/choices.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { refusedPage } from '#app/refused.ts'
import { workbookFile } from '#app/workbook-file.ts'
import { exportFormats, exportValues, severalColumns } from '#server/releases/words.ts'
import { ExportsMade } from './exports-made.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return context.platform.releases
    .listExports({ surveyId: params['surveyId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
}

/** The answer to the form is the file itself. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  const { sheets, isRightToLeft } = await context.platform.releases
    .exportAnswers(fields)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (fields['format'] === 'xlsx') return workbookFile('survey-answers.xlsx', sheets, isRightToLeft)
  const [sheet] = sheets
  return csvFile(`${(sheet?.name ?? 'responses').replace(/[^\w-]/g, '-')}.csv`, sheet?.rows ?? [])
}

export default function SurveyExports() {
  const { _ } = useLingui()
  const { survey, parts, exports, waits } = useLoaderData<typeof loader>()
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
      {survey.isApart && <p>{_('releases.exports.apart')}</p>}
      {waits ? (
        <Notice>{_(`refusal.${waits}`)}</Notice>
      ) : (
        <form method="post" className="form stack">
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
