import type { Reference } from '../surveys/contract.ts'
import type {
  Crossing,
  Figure,
  GroupTold,
  Participation,
  QuestionTold,
  ReleaseContent,
  ReleaseHidden,
} from './contract.ts'
import type { Planned } from './count-tables.ts'
import { rounded, shareOf } from './disclosure/round.ts'
import type { SeveralGuarded } from './disclosure/several.ts'
import {
  columnTotals,
  everybody,
  isTwoWay,
  rowTotals,
  type Group,
  type Guarded,
  type Thresholds,
} from './disclosure/tables.ts'
import type { Scheme } from './scheme.ts'

type Told = Pick<ReleaseContent, 'people' | 'figures' | 'crossings' | 'participation'>
type From = { number: number; before: ReleaseContent | null }

/** What everybody may know of a guarded release: every number in fives, shares of those, and what is hidden left out. */
export function contentOf(
  { people, tables, several }: ReleaseHidden,
  planned: Planned,
  limits: Thresholds,
  { number, before }: From,
  reference: Reference | null,
): Told {
  const singles = planned.singles.map((scheme, at) => {
    const { table, isEarlier } = tables[at]!
    const earlier = before?.figures.find(
      ({ question, is }) => question === scheme.question && is === 'single',
    )
    return isEarlier && earlier ? earlier : singleFigure(table, scheme, limits, number)
  })
  const severals = planned.several.map((scheme, at) => {
    const { table, isEarlier } = several[at]!
    const earlier = before?.figures.find(({ question }) => question === scheme.question)
    return isEarlier && earlier ? earlier : severalFigure(table, scheme, limits, number)
  })
  const crossings = planned.pairs.map(([rows, columns], at) => {
    const { table, isEarlier } = tables[planned.singles.length + at]!
    const earlier = before?.crossings.find(
      (each) => each.rows.question === rows.question && each.columns.question === columns.question,
    )
    return isEarlier && earlier ? earlier : crossing(table, rows, columns, number)
  })
  const figures = [...singles, ...severals]
  return { people: rounded(people), figures, crossings, participation: participationOf(figures, reference) }
}

function singleFigure(table: Guarded, scheme: Scheme, { base: fewest }: Thresholds, from: number): Figure {
  const [axis] = table.axes
  const silent = axis.groups.findIndex((group) => group.length === 1 && group[0] === '')
  const silentTold = silent < 0 || !table.hidden[silent]?.[0]
  const base = everybody(table) - (silentTold && silent >= 0 ? table.counts[silent]![0]! : 0)
  const same = {
    ...toldOf(scheme),
    is: 'single' as const,
    withheld: table.withheld,
    base: rounded(base),
    from,
  }
  if (table.withheld) return { ...same, base: 0, groups: [] }
  return {
    ...same,
    groups: axis.groups.flatMap((group, at) => {
      const count = table.counts[at]![0]!
      const isHidden = table.hidden[at]![0]!
      if (at === silent && count === 0) return []
      const people = isHidden ? null : rounded(count)
      const share = isHidden || at === silent ? null : shareOf(count, base, fewest)
      return [{ ...groupOf(group, scheme), people, share }]
    }),
  }
}

function severalFigure(
  table: SeveralGuarded,
  scheme: Scheme,
  { base: fewest }: Thresholds,
  from: number,
): Figure {
  const silent = table.choices.indexOf('')
  const base = table.people - (table.hidden[silent] ? 0 : (table.counts[silent] ?? 0))
  const same = {
    ...toldOf(scheme),
    is: 'several' as const,
    withheld: table.withheld,
    base: rounded(base),
    from,
  }
  if (table.withheld) return { ...same, base: 0, groups: [] }
  return {
    ...same,
    groups: table.choices.flatMap((name, at) => {
      const count = table.counts[at]!
      if (at === silent && count === 0) return []
      const isHidden = table.hidden[at]!
      const share = isHidden || at === silent ? null : shareOf(count, base, fewest)
      return [{ ...groupOf([name], scheme), people: isHidden ? null : rounded(count), share }]
    }),
  }
}

function crossing(table: Guarded, rows: Scheme, columns: Scheme, from: number): Crossing {
  const same = { rows: toldOf(rows), columns: toldOf(columns), withheld: table.withheld, from }
  if (table.withheld || !isTwoWay(table))
    return { ...same, people: 0, rowGroups: [], columnGroups: [], cells: [] }
  const [rowSums, columnSums] = [rowTotals(table), columnTotals(table)]
  // A category of nobody says nothing in a crossing; it stands in the figure of its question.
  const shownRows = [...rowSums.keys()].filter((at) => rowSums[at]! > 0)
  const shownColumns = [...columnSums.keys()].filter((at) => columnSums[at]! > 0)
  return {
    ...same,
    people: rounded(everybody(table)),
    rowGroups: shownRows.map((at) => ({
      ...groupOf(table.axes[0].groups[at]!, rows),
      people: rounded(rowSums[at]!),
    })),
    columnGroups: shownColumns.map((at) => ({
      ...groupOf(table.axes[1].groups[at]!, columns),
      people: rounded(columnSums[at]!),
    })),
    cells: shownRows.map((row) =>
      shownColumns.map((column) =>
        table.hidden[row]![column] ? null : rounded(table.counts[row]![column]!),
      ),
    ),
  }
}

function toldOf({ question, label }: Scheme): QuestionTold {
  return { question, label }
}

function groupOf(group: Group, { categories }: Scheme): GroupTold {
  return {
    names: [...group],
    labels: group.map((name) => categories.find((category) => category.name === name)?.label ?? {}),
  }
}

/** Who took part beside the population, from what is told alone: half the sum of the distances between shares. */
function participationOf(figures: readonly Figure[], reference: Reference | null): Participation | null {
  if (!reference) return null
  const questions = figures.flatMap((figure) => {
    const population = reference.counts[figure.question]
    if (!population || figure.is !== 'single' || figure.withheld) return []
    const all = Object.values(population).reduce((sum, count) => sum + count, 0)
    if (all === 0) return []
    const groups = figure.groups
      .filter(({ names }) => !(names.length === 1 && names[0] === ''))
      .map(({ names, labels, share }) => ({
        names,
        labels,
        share,
        population: Math.round((100 * names.reduce((sum, name) => sum + (population[name] ?? 0), 0)) / all),
      }))
    const isWhole = groups.every(({ share }) => share !== null)
    const apart = isWhole
      ? Math.round(groups.reduce((sum, each) => sum + Math.abs((each.share ?? 0) - each.population), 0) / 2)
      : null
    return [{ question: figure.question, label: figure.label, base: figure.base, apart, groups }]
  })
  return questions.length > 0 ? { source: reference.source, questions } : null
}
