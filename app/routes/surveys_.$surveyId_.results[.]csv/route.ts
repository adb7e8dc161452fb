import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvFile } from '#app/csv-file.ts'
import { refusedPage } from '#app/refused.ts'
import { releaseAsked } from '#app/release-asked.ts'
import type { Crossing, Figure } from '#server/releases/contract.ts'

/** One line for each number that is told, by the names of the form; an empty cell is one that is not. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { release } = await context.platform.releases
    .showResults(releaseAsked(request, params))
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const rows = release
    ? [
        ...release.content.figures.flatMap(linesOfFigure),
        ...release.content.crossings.flatMap(linesOfCrossing),
      ]
    : []
  return csvFile(`survey-release-${release?.content.number ?? 0}.csv`, [
    ['question', 'answer', 'crossed_with', 'crossed_answer', 'people', 'percent', 'base', 'release'],
    ...rows,
  ])
}

const said = (names: readonly string[]) => names.map((name) => name || '(no answer)').join(' + ')

function linesOfFigure({ question, groups, base, from }: Figure) {
  return groups.map(({ names, people, share }) => [question, said(names), '', '', people, share, base, from])
}

function linesOfCrossing({ rows, columns, rowGroups, columnGroups, cells, from }: Crossing) {
  return rowGroups.flatMap((row, r) =>
    columnGroups.map((column, c) => [
      rows.question,
      said(row.names),
      columns.question,
      said(column.names),
      cells[r]?.[c] ?? null,
      null,
      row.people,
      from,
    ]),
  )
}
