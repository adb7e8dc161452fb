import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { EditItem } from './contract.ts'
import { holdItemToChange } from './hold-item.ts'
import { keepItemChanged } from './records-items.ts'
import { isStillToCome } from './rules.ts'
import { writtenItem } from './written-item.ts'

/** Changes the words, the length or the subject of an item that is still to come to its end. */
export const editItem = command(
  EditItem,
  async ({ trx, actor, now, announce }, { meetingId, itemId, ...asked }) => {
    const { meeting, item } = await holdItemToChange(trx, actor, { meetingId, itemId }, now)
    insist(isStillToCome(item))
    await keepItemChanged(
      trx,
      itemId,
      await writtenItem(trx, meeting, asked, { itemId, language: actor.language }),
    )
    await announce({ streamId: meeting.roomId, name: 'item-changed', about: itemId, body: { meetingId } })
    return { itemId }
  },
)
