import type { z } from 'zod'
import type { Database } from '#db/database.ts'
import { parse, type FormFields } from './fields.ts'
import type { Actor, Ground } from './ground.ts'

export type Look = { db: Database; actor: Actor; now: Date; ground: Ground }

export type Query<Schema extends z.ZodType = z.ZodType, Answer = unknown> = {
  (ground: Ground, actor: Actor, asked: z.input<Schema> | FormFields): Promise<Answer>
  readonly kind: 'query'
  readonly contract: Schema
}

/** A question to the platform: it changes nothing, and shows each actor only what they may see. */
export function query<Schema extends z.ZodType, Answer>(
  contract: Schema,
  run: (look: Look, asked: z.output<Schema>) => Promise<Answer>,
): Query<Schema, Answer> {
  const ask = async (ground: Ground, actor: Actor, asked: z.input<Schema> | FormFields) =>
    run({ db: ground.db, actor, now: ground.now(), ground }, parse(contract, asked))
  return Object.assign(ask, { kind: 'query' as const, contract })
}
