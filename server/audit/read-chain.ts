import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Unreadable } from '../unreadable.ts'
import type { ChainEntry, Head } from './contract.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const HeadRead = z.object({ seq: z.int().positive(), hash: digest })
const Entry = z.object({
  seq: z.int().positive(),
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  act: z.string().regex(/^[a-z-]{1,60}$/),
  commitment: digest,
  hash: digest,
  salt: z.string().optional(),
  content: z.string().optional(),
})
const File = z.object({
  format: z.literal('tavolo-audit-1'),
  published: z.array(HeadRead),
  entries: z.array(Entry),
})

type Read = { entries: ChainEntry[]; published: Head[] }

/** The chain as it was downloaded, as JSON or as a table; what is not one is refused with where and why. */
export function readChain({ file, text }: { file: string; text: string }): Read {
  const plain = text.replace(/^\uFEFF/, '')
  return plain.trimStart().startsWith('{') ? readJson(file, plain) : readTable(file, plain)
}

function readJson(file: string, text: string): Read {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    throw new Unreadable(file, `not JSON: ${(error as Error).message}`)
  }
  const read = File.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Unreadable(file, `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not a chain'}`)
  }
  return {
    published: read.data.published,
    entries: read.data.entries.map(({ salt, content, ...entry }) => withContent(entry, salt, content)),
  }
}

function readTable(file: string, text: string): Read {
  let rows: Record<string, string>[]
  try {
    rows = parse(text, { columns: true, skip_empty_lines: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Unreadable(file, error.message, { line: Number(error['lines'] ?? 1) })
  }
  const entries = rows.map(({ salt, content, ...row }, index) => {
    const read = Entry.safeParse({ ...row, seq: Number(row['seq']) })
    if (!read.success) {
      const [issue] = read.error.issues
      throw new Unreadable(file, issue?.message ?? 'not an entry', {
        line: index + 2,
        column: issue?.path.join('.') ?? '',
      })
    }
    const { seq, at, act, commitment, hash } = read.data
    return withContent({ seq, at, act, commitment, hash }, salt || undefined, content || undefined)
  })
  return { entries, published: [] }
}

function withContent(
  { seq, at, act, commitment, hash }: Omit<ChainEntry, 'salt' | 'content'>,
  salt: string | undefined,
  content: string | undefined,
): ChainEntry {
  const entry = { seq, at, act, commitment, hash }
  return salt !== undefined && content !== undefined ? { ...entry, salt, content } : entry
}
