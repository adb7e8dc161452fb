import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListDevices } from './contract.ts'
import * as records from './records-sessions.ts'

export const listDevices = query(ListDevices, async ({ db, actor, now }) => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  return records.listDevices(db, actor.id, actor.sessionId, now)
})
