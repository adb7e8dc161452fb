import type { Election, Paper, Position } from '../election.ts'
import {
  insistOnNames,
  linesOf,
  malformed,
  papersOf,
  wholeNumber,
  type BallotFile,
  type Line,
} from './ballot-file.ts'

export type PrefLibKind = 'soc' | 'soi' | 'toc' | 'toi'

/**
 * PrefLib's orders (preflib.org/format): strict or with ties (`s`, `t`), complete or not (`c`, `i`). Reads the format with `# KEY:`
 * lines and the older one, which begins with the number of candidates. `{}` is a rank that was left out.
 */
export function readPrefLib({ file, text }: BallotFile, kind: PrefLibKind): Election {
  const lines = linesOf(text).filter((line) => line.text !== '')
  const first = lines[0]
  if (!first) malformed(file, 1, 'the file is empty')
  const { title, names, voters, rows } = first.text.startsWith('#')
    ? readHead(file, lines)
    : readOldHead(file, lines)
  insistOnNames(file, names)
  const add = papersOf(file)
  const papers = rows.map((row) => {
    const paper = paperOf(file, row, names.length, kind)
    add(paper.weight, row.line)
    return paper
  })
  const cast = papers.reduce((sum, { weight }) => sum + weight, 0)
  if (voters && cast !== voters.number)
    malformed(file, voters.line, `${voters.number} voters are declared, and the orders are of ${cast}`)
  return { title, candidates: names.map(({ name }) => name), withdrawn: [], seats: null, papers }
}

type Head = {
  title: string
  names: { name: string; line: number }[]
  voters: { number: number; line: number } | undefined
  rows: { line: number; weight: string; order: string }[]
}

function readHead(file: string, lines: readonly Line[]): Head {
  let title = ''
  let count: number | undefined
  let voters: Head['voters']
  const named = new Map<number, { name: string; line: number }>()
  const rows: Head['rows'] = []
  for (const { number: line, text } of lines) {
    if (!text.startsWith('#')) {
      const colon = text.indexOf(':')
      if (colon < 0) malformed(file, line, 'an order is written as "how many: first,second,…"')
      rows.push({ line, weight: text.slice(0, colon).trim(), order: text.slice(colon + 1).trim() })
      continue
    }
    const [, key = '', value = ''] = /^#\s*([^:]*?)\s*:\s*(.*)$/.exec(text) ?? []
    const [, which] = /^ALTERNATIVE NAME (\d+)$/.exec(key) ?? []
    if (which) {
      if (named.has(Number(which))) malformed(file, line, `candidate ${which} is named twice`)
      named.set(Number(which), { name: value, line })
    } else if (key === 'TITLE') title = value
    else if (key === 'NUMBER ALTERNATIVES')
      count = wholeNumber(value) ?? malformed(file, line, `"${value}" is not a number of candidates`)
    else if (key === 'NUMBER VOTERS')
      voters = {
        number: wholeNumber(value) ?? malformed(file, line, `"${value}" is not a number of voters`),
        line,
      }
  }
  const lastLine = lines.at(-1)?.number ?? 1
  if (count === undefined) malformed(file, lastLine, 'NUMBER ALTERNATIVES is missing')
  if (named.size !== count)
    malformed(file, lastLine, `${count} candidates are declared and ${named.size} are named`)
  const names = Array.from(
    { length: count },
    (_, index) => named.get(index + 1) ?? malformed(file, lastLine, `candidate ${index + 1} is not named`),
  )
  return { title, names, voters, rows }
}

function readOldHead(file: string, lines: readonly Line[]): Head {
  const [head] = lines
  const count =
    wholeNumber(head?.text) ?? malformed(file, head?.number ?? 1, 'the number of candidates must be here')
  if (count > lines.length)
    malformed(file, head?.number ?? 1, `${count} candidates are declared, and not as many named`)
  const names = Array.from({ length: count }, (_, index) => {
    const line = lines[index + 1]
    const [, which, name = ''] = /^(\d+)\s*,\s*(.*)$/.exec(line?.text ?? '') ?? []
    if (Number(which) !== index + 1)
      malformed(file, line?.number ?? count, `the name of candidate ${index + 1} must be here`)
    return { name, line: line?.number ?? 1 }
  })
  const sums = lines[count + 1]
  const parts = sums?.text.split(',').map((each) => wholeNumber(each.trim())) ?? []
  const [voters] = parts
  if (parts.length !== 3 || voters === undefined || parts.includes(undefined))
    malformed(file, sums?.number ?? count + 1, 'the numbers of voters, votes and orders must be here')
  const rows = lines.slice(count + 2).map(({ number: line, text }) => {
    const comma = text.indexOf(',')
    return comma < 0
      ? { line, weight: text, order: '' }
      : { line, weight: text.slice(0, comma).trim(), order: text.slice(comma + 1).trim() }
  })
  return { title: '', names, voters: { number: voters, line: sums?.number ?? 1 }, rows }
}

function paperOf(
  file: string,
  { line, weight: written, order }: Head['rows'][number],
  count: number,
  kind: PrefLibKind,
): Paper {
  const weight = wholeNumber(written)
  if (weight === undefined || weight === 0) malformed(file, line, `"${written}" is not how many voted so`)
  const parts = order === '' ? [] : order.match(/\{[^{}]*\}|[^,{}]+/g)
  // What the pattern left out must be commas alone, one between each two.
  if (!parts || withoutSpaces(parts.join(',')) !== withoutSpaces(order))
    malformed(file, line, `"${order}" is not an order`)
  const seen = new Set<number>()
  const positions = parts.map((part): Position => {
    const isGroup = part.startsWith('{')
    const inside = isGroup ? part.slice(1, -1).trim() : part
    const group = inside === '' ? [] : inside.split(',')
    const candidates = group.map((each) => {
      const candidate = wholeNumber(each.trim())
      if (candidate === undefined || candidate < 1 || candidate > count)
        malformed(file, line, `"${each.trim()}" is not a candidate from 1 to ${count}`)
      seen.add(candidate - 1)
      return candidate - 1
    })
    if (isGroup && kind.startsWith('s') && candidates.length > 1)
      malformed(file, line, `two candidates share a rank, which a .${kind} file does not allow`)
    return candidates.length === 1 ? (candidates[0] ?? []) : candidates
  })
  if (kind.endsWith('c') && seen.size !== count)
    malformed(file, line, `${seen.size} of ${count} candidates are ranked, and a .${kind} file ranks all`)
  return { weight, positions }
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '')
}
