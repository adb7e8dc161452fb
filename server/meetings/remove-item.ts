import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { announceInOrder } from './announce-in-order.ts'
import { RemoveItem } from './contract.ts'
import { holdItemToChange } from './hold-item.ts'
import { keepItemRemoved } from './records-items.ts'
import { mayRemove } from './rules.ts'

/** Takes an item that was not begun off the agenda. One that came from another meeting waits there again. */
export const removeItem = command(RemoveItem, async ({ trx, actor, now, announce }, asked) => {
  const { meeting, item } = await holdItemToChange(trx, actor, asked, now)
  insist(mayRemove(item))
  const source = await keepItemRemoved(trx, meeting.id, item.id, now)
  await announceInOrder(announce, [
    { streamId: meeting.roomId, name: 'item-removed', about: item.id, body: { meetingId: meeting.id } },
    ...(source
      ? [
          {
            streamId: source.roomId,
            name: 'item-carried',
            about: source.id,
            body: { meetingId: source.meetingId },
          },
        ]
      : []),
  ])
  return { itemId: item.id, roomId: meeting.roomId }
})
