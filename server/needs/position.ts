import { z } from 'zod'
import { Refusal } from '../refusal.ts'

/** Where a need stands in a list: the next page begins after it. */
export type NeedPosition = { at: string; id: string; supports: number }

const Position = z.tuple([z.string().regex(/^-?\d{1,17}$/), z.guid(), z.int().min(0).max(2_147_483_647)])

/** As it travels in an address. */
export function writePosition({ at, id, supports }: NeedPosition): string {
  return Buffer.from(JSON.stringify([at, id, supports])).toString('base64url')
}

export function readPosition(written: string | undefined): NeedPosition | undefined {
  if (written === undefined) return undefined
  const read = Position.safeParse(tupleOf(written))
  if (!read.success) throw new Refusal('invalid', 'fields', { fields: { after: { reason: 'not-valid' } } })
  const [at, id, supports] = read.data
  return { at, id, supports }
}

function tupleOf(written: string): unknown {
  try {
    return JSON.parse(Buffer.from(written, 'base64url').toString())
  } catch {
    return undefined
  }
}
