import { command } from '../command.ts'
import { insist, refuseField } from '../refusal.ts'
import { announceInOrder } from './announce-in-order.ts'
import { CarryItem } from './contract.ts'
import { holdItemToChange } from './hold-item.ts'
import { keepCarried } from './records-agenda.ts'
import { copyItem, countItems } from './records-items.ts'
import { findMeeting } from './records.ts'
import { isStillToCome, mayAddItem, mayCarryInto, spentAt } from './rules.ts'

/** Puts an item off: to another meeting, where its papers follow it, or until a later one takes it. */
export const carryItem = command(
  CarryItem,
  async ({ trx, actor, now, announce }, { toMeetingId, ...asked }) => {
    // Both meetings are held in one order, so that two that carry to each other do not wait for ever.
    if (toMeetingId && toMeetingId < asked.meetingId) await findMeeting(trx, actor, toMeetingId, 'change')
    const { meeting, item } = await holdItemToChange(trx, actor, asked, now)
    insist(isStillToCome(item))
    const into = toMeetingId ? await findMeeting(trx, actor, toMeetingId, 'change') : undefined
    if (toMeetingId) {
      if (!into) throw refuseField('toMeetingId', 'not-another-meeting-of-table')
      insist(mayCarryInto(meeting, into))
      insist(mayAddItem({ items: await countItems(trx, into.id) }))
    }
    const copyId = into ? await copyItem(trx, item.id, { meetingId: into.id, clientId: null }) : null
    await keepCarried(trx, item.id, { spentSeconds: spentAt(item, now), carriedTo: copyId })
    await announceInOrder(announce, [
      {
        streamId: meeting.roomId,
        name: 'item-carried',
        about: item.id,
        body: { meetingId: meeting.id, toMeetingId: into?.id ?? null },
      },
      ...(into && copyId
        ? [{ streamId: into.roomId, name: 'item-added', about: copyId, body: { meetingId: into.id } }]
        : []),
    ])
    return { itemId: item.id, roomId: meeting.roomId, carriedTo: copyId }
  },
)
