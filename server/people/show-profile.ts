import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowProfile } from './contract.ts'
import * as records from './records.ts'

export const showProfile = query(ShowProfile, async ({ db, actor }) => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  return records.showProfile(db, actor.id)
})
