import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvOf } from '#app/csv.ts'
import { i18nIn } from '#app/i18n/catalogues.ts'
import { refusedPage } from '#app/refused.ts'

/** Every figure of the page, one a row: its code for machines, its name for people. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { consultations, organisations, people, needs, proposals, answers, countedAt } =
    await context.platform.statistics
      .showStatistics({})
      .catch((thrown: unknown) => refusedPage(thrown, request))
  const i18n = i18nIn(context.language)
  const rows = [
    ['figure', 'code', 'name', 'value', 'counted_at'],
    ...[
      ['consultations', 'open', i18n._('statistics.consultations.open'), consultations.open],
      ['consultations', 'closed', i18n._('statistics.consultations.closed'), consultations.closed],
      ['organisations', '', i18n._('statistics.organisations'), organisations],
      ['people_at_least', '', i18n._('statistics.people'), people],
      ['needs', '', i18n._('statistics.needs'), needs.total],
      ...needs.byArea.map((each) => [
        'needs_by_area',
        each.area,
        i18n._(`needs.area.${each.area}`),
        each.needs,
      ]),
      ...needs.byRegion.map((each) => ['needs_by_region', each.code, each.name, each.needs]),
      ...proposals.map((each) => [
        'proposals_by_state',
        each.state,
        i18n._(`statistics.state.${each.state}`),
        each.proposals,
      ]),
      ...answers.byOutcome.map((each) => [
        'proposals_by_newest_answer',
        each.outcome,
        i18n._(`answers.outcome.${each.outcome}`),
        each.proposals,
      ]),
      ['days_to_answer_median', '', i18n._('statistics.days'), answers.medianDays],
      ['answers', 'awaited', i18n._('statistics.awaited'), answers.awaited],
      ['answers', 'overdue', i18n._('statistics.overdue'), answers.overdue],
    ].map((row) => [...row, countedAt.toISOString()]),
  ]
  return new Response(csvOf(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="tavolo-statistics.csv"',
    },
  })
}
