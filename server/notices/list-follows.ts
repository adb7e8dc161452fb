import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListFollows } from './contract.ts'
import * as records from './records.ts'

export const listFollows = query(ListFollows, async ({ db, actor }) => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  return records.listFollows(db, actor.id, actor.language)
})
