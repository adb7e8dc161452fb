import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { CloseItem } from './contract.ts'
import { holdItemToRun } from './hold-item.ts'
import { keepEnding } from './records-agenda.ts'
import { isStillToCome, spentAt } from './rules.ts'

/** Ends an item with what came of it. A second ending is refused; the same one sent again is not a second. */
export const closeItem = command(
  CloseItem,
  async ({ trx, actor, now, announce }, { endedAs, outcome, clientId, ...asked }) => {
    const { meeting, item } = await holdItemToRun(trx, actor, asked, now)
    if (clientId && item.endingClientId === clientId) return { itemId: item.id, roomId: meeting.roomId }
    insist(isStillToCome(item))
    await keepEnding(trx, item.id, {
      endedAs,
      outcome: outcome ?? '',
      outcomeLanguage: outcome ? actor.language : null,
      closedAt: now,
      spentSeconds: spentAt(item, now),
      endingClientId: clientId ?? null,
    })
    await announce({
      streamId: meeting.roomId,
      name: 'item-closed',
      about: item.id,
      body: { meetingId: meeting.id, endedAs },
    })
    return { itemId: item.id, roomId: meeting.roomId }
  },
)
