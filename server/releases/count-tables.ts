import type { Reader } from '#db/database.ts'
import type { PlannedTable } from '../surveys/contract.ts'
import type { SeveralCounts } from './disclosure/several.ts'
import type { Axis, CountTable } from './disclosure/tables.ts'
import { countAnswers, countResponses, parted, type Counted, type Read } from './records-counts.ts'
import type { Scheme } from './scheme.ts'

/** The declared tables of which there can be one, in the declared order; the same pair is one table whichever way it is written. */
export type Planned = { singles: Scheme[]; several: Scheme[]; pairs: [Scheme, Scheme][] }

export function plannedOf(tables: readonly PlannedTable[], schemes: ReadonlyMap<string, Scheme>): Planned {
  const planned: Planned = { singles: [], several: [], pairs: [] }
  const seen = new Set<string>()
  for (const { rows, columns } of tables) {
    const key = JSON.stringify([rows, columns ?? ''].toSorted())
    const row = schemes.get(rows)
    const column = columns === null ? null : schemes.get(columns)
    if (!row || column === undefined || seen.has(key) || rows === columns) continue
    seen.add(key)
    if (column === null) planned[row.is === 'single' ? 'singles' : 'several'].push(row)
    else if (row.is === 'single' && column.is === 'single') planned.pairs.push([row, column])
  }
  return planned
}

export type CountedTables = { people: number; tables: CountTable[]; several: SeveralCounts[] }

/** The counts of all declared tables, from one reading of the responses: first those of one question, then the pairs. */
export async function countTables(db: Reader, surveyId: string, planned: Planned): Promise<CountedTables> {
  const { singles, several, pairs } = planned
  const asked = [
    ...singles.map((scheme) => [readOf(scheme)] as const),
    ...several.map((scheme) => [readOf(scheme)] as const),
    ...pairs.map(([rows, columns]) => [readOf(rows), readOf(columns)] as const),
  ]
  const counted = await countAnswers(db, surveyId, asked)
  const at = (index: number): Counted[] => counted.filter((each) => each.at === index)
  // Every response is counted once for each question, also where nothing was answered.
  const people =
    asked.length > 0 ? at(0).reduce((sum, each) => sum + each.people, 0) : await countResponses(db, surveyId)
  return {
    people,
    tables: [
      ...singles.map((scheme, index) => singleTable(scheme, at(index))),
      ...pairs.map((pair, index) => pairTable(pair, at(singles.length + several.length + index))),
    ],
    several: several.map((scheme, index) => severalCounts(scheme, at(singles.length + index), people)),
  }
}

function readOf({ question, reads }: Scheme): Read {
  return { path: question, reads }
}

function axisOf({ question, categories }: Scheme): Axis {
  return { question, groups: categories.map(({ name }) => [name]) }
}

function placesOf({ categories }: Scheme): Map<string, number> {
  return new Map(categories.map(({ name }, at) => [name, at]))
}

function singleTable(scheme: Scheme, counted: Counted[]): CountTable {
  const places = placesOf(scheme)
  const counts = scheme.categories.map(() => [0])
  for (const { value, people } of counted) counts[places.get(scheme.sort(value)[0] ?? '')!]![0]! += people
  return { axes: [axisOf(scheme)], counts }
}

function pairTable([rows, columns]: [Scheme, Scheme], counted: Counted[]): CountTable {
  const [rowPlaces, columnPlaces] = [placesOf(rows), placesOf(columns)]
  const counts = rows.categories.map(() => columns.categories.map(() => 0))
  for (const { value, people } of counted) {
    const [row, column] = parted(value)
    counts[rowPlaces.get(rows.sort(row)[0] ?? '')!]![columnPlaces.get(columns.sort(column)[0] ?? '')!]! +=
      people
  }
  return { axes: [axisOf(rows), axisOf(columns)], counts }
}

function severalCounts(scheme: Scheme, counted: Counted[], people: number): SeveralCounts {
  const places = placesOf(scheme)
  const counts = scheme.categories.map(() => 0)
  for (const { value, people: these } of counted)
    for (const name of new Set(scheme.sort(value))) counts[places.get(name)!]! += these
  return { question: scheme.question, choices: scheme.categories.map(({ name }) => name), counts, people }
}
