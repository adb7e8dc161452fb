import { command } from '../command.ts'
import { insist, Refusal } from '../refusal.ts'
import { announceInOrder } from './announce-in-order.ts'
import { TakeCarriedItem } from './contract.ts'
import { holdMeetingToRun } from './hold-meeting.ts'
import { keepCarried } from './records-agenda.ts'
import { copyItem, countItems, findAdded, holdCarried } from './records-items.ts'
import { mayAddItem, mayCarryInto, mayChangeAgenda } from './rules.ts'

/** Takes an item that an earlier meeting put off, with its papers. Of two meetings that take it, one gets it. */
export const takeCarriedItem = command(
  TakeCarriedItem,
  async ({ trx, actor, now, announce }, { meetingId, itemId, clientId }) => {
    const meeting = await holdMeetingToRun(trx, actor, meetingId, now)
    const taken = await findAdded(trx, meetingId, clientId)
    if (taken) return { itemId: taken.id }
    insist(mayChangeAgenda(meeting))
    const carried = await holdCarried(trx, meeting.tableId, itemId)
    if (!carried) throw new Refusal('unseen', 'item')
    insist(mayCarryInto({ ...carried, id: carried.meetingId }, meeting))
    if (carried.carriedTo) throw new Refusal('conflict', 'item-already-taken')
    insist(mayAddItem({ items: await countItems(trx, meetingId) }))
    const copyId = await copyItem(trx, itemId, { meetingId, clientId: clientId ?? null })
    await keepCarried(trx, itemId, { spentSeconds: carried.spentSeconds, carriedTo: copyId })
    await announceInOrder(announce, [
      { streamId: meeting.roomId, name: 'item-added', about: copyId, body: { meetingId } },
      {
        streamId: carried.roomId,
        name: 'item-carried',
        about: itemId,
        body: { meetingId: carried.meetingId, toMeetingId: meetingId },
      },
    ])
    return { itemId: copyId }
  },
)
