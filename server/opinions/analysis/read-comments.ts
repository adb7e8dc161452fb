import { CsvError, parse } from 'csv-parse/sync'
import { Unreadable } from '#server/unreadable.ts'

export type Comment = {
  id: string
  text: string
  author: string
  /** -1 refused, 0 not looked at, 1 let in. */
  moderated: -1 | 0 | 1
  isMeta: boolean
}

/**
 * Reads a comments CSV as Pol.is exports it: `comment-id`, `moderated` (-1, 0, 1), perhaps `comment-body`, `author-id`
 * and `is-meta`; other columns are read over.
 *
 * @param name of the file, as the person gave it
 * @throws Unreadable with the line, the column and the reason
 */
export function readComments(text: string, name: string): Comment[] {
  const lines = records(text, name)
  const titles = lines[0]?.record ?? []
  const columnOf = (title: string) => titles.indexOf(title)
  const idAt = columnOf('comment-id')
  const moderatedAt = columnOf('moderated')
  for (const [title, at] of [
    ['comment-id', idAt],
    ['moderated', moderatedAt],
  ] as const)
    if (at === -1) throw new Unreadable(name, `no column is titled "${title}".`, { line: 1 })
  const metaAt = Math.max(columnOf('is-meta'), columnOf('is_meta'))
  const seen = new Map<string, number>()
  return lines.slice(1).map(({ record, line }) => {
    const fail = (reason: string, at: number): never => {
      throw new Unreadable(name, reason, { line, column: `${at + 1} (${titles[at]})` })
    }
    const id = record[idAt]?.trim() ?? ''
    if (!/^\d{1,9}$/.test(id)) fail(`"${id}" is not the number of a statement.`, idAt)
    const before = seen.get(id)
    if (before !== undefined) fail(`statement ${id} is there already, on line ${before}.`, idAt)
    seen.set(id, line)
    const moderated = record[moderatedAt]?.trim() ?? ''
    if (!/^(?:-1|0|1)$/.test(moderated)) fail(`"${moderated}" is not -1, 0 or 1.`, moderatedAt)
    const meta = record[metaAt]?.trim().toLowerCase() ?? ''
    if (!['', '0', '1', 'true', 'false', 't', 'f'].includes(meta))
      fail(`"${meta}" is not true or false.`, metaAt)
    return {
      id,
      text: withoutGuards(record[columnOf('comment-body')] ?? ''),
      author: record[columnOf('author-id')]?.trim() ?? '',
      moderated: Number(moderated) as Comment['moderated'],
      isMeta: ['1', 'true', 't'].includes(meta),
    }
  })
}

const formula = '[=+\\-@|%＝＋－＠]'
// No tab looks past the next, or a file of nothing but tabs would take as long as the square of its length.
const guarded = new RegExp(`(^\\s*|[;\\t][^\\S\\t]*)'(?=\\s*${formula})`, 'g')

/** Our own files set a quote before what a spreadsheet would run as a formula: the statement never had it. */
function withoutGuards(text: string): string {
  return text.replace(guarded, '$1')
}

/** Each record with the line where it begins. */
function records(text: string, name: string): { record: string[]; line: number }[] {
  const first = text.slice(0, text.indexOf('\n') >>> 0)
  try {
    const read = parse(text, {
      bom: true,
      info: true,
      delimiter: first.includes(';') && !first.includes(',') ? ';' : ',',
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return read.map(({ record, info }) => ({
      record,
      line: info.lines - record.join('').split('\n').length + 1,
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines, column } = error as CsvError & { lines?: number; column?: number }
    throw new Unreadable(name, error.message, {
      line: lines ?? 1,
      ...(typeof column === 'number' && { column: column + 1 }),
    })
  }
}
