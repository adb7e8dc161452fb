import { type Analysis, letterOf } from '../opinions/analysis/index.ts'

/**
 * The same figures for a person who reads them at a terminal.
 *
 * @param textOf gives a statement's words where they are known
 * @param fewest the least size of a group; null where groups were given
 */
export function opinionsAsText(
  analysis: Analysis,
  { textOf, fewest }: { textOf: (statement: string) => string | undefined; fewest: number | null },
): string {
  const { votes, k, groupOf, groups } = analysis
  const titled = (column: number) => {
    const statement = votes.statements[column]!
    const text = textOf(statement)
    return text === undefined ? statement : `${statement}  ${text.replaceAll(/\s+/g, ' ').slice(0, 80)}`
  }
  const sizes = groups.map((_, group) => groupOf.reduce((sum, each) => sum + Number(each === group), 0))
  const widths = Object.entries(analysis.silhouette).map(([of, width]) => `${of}: ${width.toFixed(3)}`)
  const lines = [
    `${votes.participants.length} participants, ${votes.statements.length} statements`,
    k === 0
      ? 'No groups: too few people answered enough, or they all answer alike.'
      : `${k} groups of ${sizes.reduce((sum, size) => sum + size, 0)} people`,
    ...(fewest === null ? [] : [`A group is of at least ${fewest} people and 3 % of all.`]),
    ...(widths.length === 0 ? [] : [`mean silhouette by number of groups  ${widths.join('  ')}`]),
    ...sizes.flatMap((size, group) => [
      '',
      `Group ${letterOf(group)}: ${size} people. What it holds that others do not:`,
      ...analysis.representative[group]!.map(({ column, direction, p, repness, rTest, pTest }) => {
        const figures = `p ${p.toFixed(2)} (z ${pTest.toFixed(1)}), ${repness.toFixed(1)} times the others (z ${rTest.toFixed(1)})`
        return `  ${direction.padEnd(8)}  ${titled(column)}\n            ${figures}`
      }),
    ]),
    '',
    'What nearly everyone agrees with:',
    ...listed(analysis.consensus.agree, titled),
    'What nearly everyone disagrees with:',
    ...listed(analysis.consensus.disagree, titled),
    '',
    'statement  centre  component 1  component 2  extremity  priority  group-aware consensus',
    ...votes.statements.map((statement, column) =>
      [
        statement.padStart(9),
        analysis.centre[column]!.toFixed(3).padStart(6),
        ...analysis.components.map((component) => component[column]!.toFixed(4).padStart(11)),
        analysis.extremity[column]!.toFixed(3).padStart(9),
        analysis.priorities[column]!.toFixed(3).padStart(8),
        (analysis.groupAwareConsensus?.[column]?.toFixed(4) ?? '').padStart(21),
      ].join('  '),
    ),
    '',
    `input ${analysis.inputHash}`,
  ]
  return `${lines.join('\n')}\n`
}

function listed(columns: number[], titled: (column: number) => string): string[] {
  return columns.length === 0 ? ['  nothing'] : columns.map((column) => `  ${titled(column)}`)
}
