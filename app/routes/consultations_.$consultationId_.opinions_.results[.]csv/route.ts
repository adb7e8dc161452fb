import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvFile } from '#app/csv-file.ts'
import { refusedPage } from '#app/refused.ts'

/** One line for each statement and group, and one for all groups together; an empty cell is one that may not be told. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { results } = await context.platform.opinions
    .showResults({ consultationId: params['consultationId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const rows = (results?.statements ?? []).flatMap(({ number, text, language, all, groups, accepted }) =>
    [
      { letter: 'all', answers: all },
      ...groups.map((answers, at) => ({ letter: results?.groups[at]?.letter ?? '', answers })),
    ].map(({ letter, answers }) => [
      number,
      text,
      language,
      letter,
      answers?.agree ?? null,
      answers?.disagree ?? null,
      answers?.pass ?? null,
      answers?.seen ?? null,
      letter === 'all' ? accepted : null,
    ]),
  )
  return csvFile('statements-by-group.csv', [
    [
      'statement',
      'text',
      'language',
      'group',
      'agree',
      'disagree',
      'pass',
      'answered',
      'group_aware_consensus',
    ],
    ...rows,
  ])
}
