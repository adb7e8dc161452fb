import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { AddItem } from './contract.ts'
import { holdMeetingToRun } from './hold-meeting.ts'
import { countItems, findAdded, keepItem } from './records-items.ts'
import { mayAddItem, mayChangeAgenda } from './rules.ts'
import { writtenItem } from './written-item.ts'

/** Puts an item at the end of the agenda; a retry puts none. */
export const addItem = command(
  AddItem,
  async ({ trx, actor, now, announce }, { meetingId, clientId, ...asked }) => {
    const meeting = await holdMeetingToRun(trx, actor, meetingId, now)
    const added = await findAdded(trx, meetingId, clientId)
    if (added) return { itemId: added.id }
    insist(mayChangeAgenda(meeting))
    insist(mayAddItem({ items: await countItems(trx, meetingId) }))
    const item = await writtenItem(trx, meeting, asked, { language: actor.language })
    const itemId = await keepItem(trx, { ...item, meetingId, clientId: clientId ?? null })
    await announce({ streamId: meeting.roomId, name: 'item-added', about: itemId, body: { meetingId } })
    return { itemId }
  },
)
