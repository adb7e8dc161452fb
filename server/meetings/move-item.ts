import { command } from '../command.ts'
import { MoveItem } from './contract.ts'
import { holdItemToChange } from './hold-item.ts'
import { keepOrder, listOrder } from './records-items.ts'

/** Gives an item another place on the agenda; one past the end is the last. */
export const moveItem = command(MoveItem, async ({ trx, actor, now, announce }, { to, ...asked }) => {
  const { meeting, item } = await holdItemToChange(trx, actor, asked, now)
  const order = await listOrder(trx, meeting.id)
  const moved = order.filter((id) => id !== item.id)
  moved.splice(to - 1, 0, item.id)
  if (moved.join() === order.join()) return { itemId: item.id, roomId: meeting.roomId }
  await keepOrder(trx, moved)
  await announce({
    streamId: meeting.roomId,
    name: 'item-moved',
    about: item.id,
    body: { meetingId: meeting.id },
  })
  return { itemId: item.id, roomId: meeting.roomId }
})
