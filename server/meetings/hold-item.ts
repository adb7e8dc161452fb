import type { Trx } from '#db/database.ts'
import type { Person } from '../ground.ts'
import { insist, Refusal } from '../refusal.ts'
import { holdMeetingToRun } from './hold-meeting.ts'
import { findItem, type ItemHeld } from './records-agenda.ts'
import type { MeetingHeld } from './records.ts'
import { mayChangeAgenda, mustBeOpen } from './rules.ts'

type Held = { meeting: MeetingHeld; item: ItemHeld }
type Asked = { meetingId: string; itemId: string }

/** An item of a sitting, held with its meeting: two chairs who act at once act one after the other. */
export async function holdItemToRun(trx: Trx, actor: Person, asked: Asked, now: Date): Promise<Held> {
  const meeting = await holdMeetingToRun(trx, actor, asked.meetingId, now)
  const item = await itemOf(trx, asked)
  insist(mustBeOpen(meeting))
  return { meeting, item }
}

/** An item that is about to be changed on the agenda, before the sitting or during it. */
export async function holdItemToChange(trx: Trx, actor: Person, asked: Asked, now: Date): Promise<Held> {
  const meeting = await holdMeetingToRun(trx, actor, asked.meetingId, now)
  const item = await itemOf(trx, asked)
  insist(mayChangeAgenda(meeting))
  return { meeting, item }
}

async function itemOf(trx: Trx, { meetingId, itemId }: Asked): Promise<ItemHeld> {
  const item = await findItem(trx, meetingId, itemId)
  if (!item) throw new Refusal('unseen', 'item')
  return item
}
