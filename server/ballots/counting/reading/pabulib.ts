import type { Budget } from '../budget.ts'
import { malformed, wholeNumber, type BallotFile } from './ballot-file.ts'
import { delimitedRows, type DelimitedRow } from './delimited.ts'

type Section = { columns: string[]; rows: DelimitedRow[]; line: number }

const approvals = new Set(['approval', 'choose-1'])

/**
 * The `.pb` files of pabulib.org: META, PROJECTS and VOTES, each a table with `;`. Only approvals are read, since no rule here
 * says what an order or points would be worth; the numbers of projects and votes must be those that the head declares.
 */
export function readPabulib({ file, text }: BallotFile): Budget {
  const sections = sectionsOf(file, text)
  const section = (name: string): Section =>
    sections.get(name) ?? malformed(file, 1, `the section ${name} is missing`)
  const meta = new Map(
    section('META').rows.map(({ cells: [key = '', value = ''], line }) => [key, { value, line }]),
  )
  const required = (key: string) =>
    meta.get(key) ?? malformed(file, section('META').line, `META does not say ${key}`)
  const { value: kind, line: kindLine } = required('vote_type')
  if (!approvals.has(kind))
    malformed(
      file,
      kindLine,
      `votes of the type "${kind}" are not approvals, and no rule here says what an order or points are worth`,
    )

  const table = section('PROJECTS')
  const idAt = columnAt(file, table, 'project_id')
  const costAt = columnAt(file, table, 'cost')
  const nameAt = table.columns.indexOf('name')
  const amounts = [
    required('budget'),
    ...table.rows.map(({ cells, line }) => ({ value: cells[costAt] ?? '', line })),
  ]
  const unitsInCurrency = amounts.some(({ value }) => /[.,]\d*[1-9]/.test(value)) ? 100 : 1
  const [budget = 0, ...costs] = amounts.map((amount) => unitsOf(file, amount, unitsInCurrency))
  const seen = new Map<string, number>()
  const projects = table.rows.map(({ cells, line }, index) => {
    const id = (cells[idAt] ?? '').trim()
    if (id === '') malformed(file, line, 'a project has no project_id')
    if (seen.has(id)) malformed(file, line, `two projects are called "${id}"`)
    seen.set(id, index)
    const cost = costs[index] ?? 0
    if (cost === 0) malformed(file, line, `the project "${id}" costs nothing`)
    return { id, name: (cells[nameAt] ?? id).trim(), cost }
  })
  insistOnNumber(file, meta.get('num_projects'), projects.length, 'projects')

  const cast = section('VOTES')
  const voterAt = columnAt(file, cast, 'voter_id')
  const voteAt = columnAt(file, cast, 'vote')
  const voters = new Set<string>()
  const votes = cast.rows.map(({ cells, line }) => {
    const voter = (cells[voterAt] ?? '').trim()
    if (voters.has(voter)) malformed(file, line, `the voter "${voter}" votes twice`)
    voters.add(voter)
    const written = (cells[voteAt] ?? malformed(file, line, 'the row ends before the vote')).trim()
    const vote = written === '' ? [] : written.split(',')
    return [
      ...new Set(
        vote.map(
          (id) =>
            seen.get(id.trim()) ?? malformed(file, line, `a vote is for "${id.trim()}", which is no project`),
        ),
      ),
    ]
  })
  insistOnNumber(file, meta.get('num_votes'), votes.length, 'votes')
  const most = costs.reduce((sum, cost) => sum + cost, budget) * Math.max(votes.length, 1)
  if (most > Number.MAX_SAFE_INTEGER)
    malformed(
      file,
      required('budget').line,
      'there is more money than can be counted exactly for so many votes',
    )
  return { title: meta.get('description')?.value ?? '', budget, unitsInCurrency, projects, votes }
}

function sectionsOf(file: string, text: string): Map<string, Section> {
  const sections = new Map<string, Section>()
  let current: Section | undefined
  let isHead = false
  for (const { cells, line } of delimitedRows(file, text, { delimiter: ';', relax_quotes: true })) {
    const [first = ''] = cells
    const name = first.trim().toUpperCase()
    if (cells.every((cell, n) => n === 0 || cell === '') && ['META', 'PROJECTS', 'VOTES'].includes(name)) {
      if (sections.has(name)) malformed(file, line, `the section ${name} comes twice`)
      current = { columns: [], rows: [], line }
      sections.set(name, current)
      isHead = true
    } else if (!current) {
      malformed(file, line, 'the first section must be META')
    } else if (isHead) {
      current.columns = cells.map((cell) => cell.trim())
      isHead = false
    } else {
      // Remarks in the head hold any character, the one between cells too.
      if (current !== sections.get('META') && cells.length > current.columns.length)
        malformed(file, line, `${cells.length} cells, and ${current.columns.length} columns`)
      current.rows.push({ cells, line })
    }
  }
  return sections
}

function columnAt(file: string, { columns, line }: Section, name: string): number {
  const index = columns.indexOf(name)
  return index < 0 ? malformed(file, line + 1, `there is no column ${name}`) : index
}

function unitsOf(
  file: string,
  { value, line }: { value: string; line: number },
  unitsInCurrency: number,
): number {
  const [, whole = '', part = ''] = /^(\d{1,12})(?:[.,](\d+))?$/.exec(value.trim()) ?? []
  if (part.length === 3 && /^[1-9]\d{0,2}$/.test(whole))
    malformed(file, line, `"${value}" could be thousands or a fraction: write it without a sign between`)
  if (whole === '' || !/^\d{0,2}0*$/.test(part)) malformed(file, line, `"${value}" is not an amount of money`)
  return (
    Number(whole) * unitsInCurrency + (unitsInCurrency === 1 ? 0 : Number(part.slice(0, 2).padEnd(2, '0')))
  )
}

function insistOnNumber(
  file: string,
  declared: { value: string; line: number } | undefined,
  found: number,
  what: string,
) {
  if (!declared) return
  const number = wholeNumber(declared.value.trim())
  if (number !== found)
    malformed(file, declared.line, `${declared.value} ${what} are declared, and the file has ${found}`)
}
