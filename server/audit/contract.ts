import { z } from 'zod'
import { optional, wholeNumber } from '../fields.ts'
import type { AuditAct } from './words.ts'

export const ShowChain = z.strictObject({ before: optional(wholeNumber(2, 999_999_999)) })
export const TakeChain = z.strictObject({})

export type Head = { seq: number; hash: string }
export type Publication = Head & { publishedAt: Date }
export type EntryShown = { seq: number; act: AuditAct; at: Date; hash: string }

export type ChainShown = {
  /** None before the first entry. */
  head: Head | null
  publications: Publication[]
  entries: EntryShown[]
  /** Where the page of older entries begins. */
  older: number | null
}

/** An entry as it is given out. Salt and content are left out where the reader may not see them, and where they were erased. */
export type ChainEntry = {
  seq: number
  at: string
  act: string
  commitment: string
  hash: string
  salt?: string
  content?: string
}
export type ChainFile = {
  format: 'tavolo-audit-1'
  published: (Head & { publishedAt: string })[]
  entries: ChainEntry[]
}
