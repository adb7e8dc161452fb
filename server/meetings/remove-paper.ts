import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { RemovePaper } from './contract.ts'
import { holdItemToChange } from './hold-item.ts'
import { isPaperOf, keepPaperRemoved } from './records-papers.ts'

export const removePaper = command(
  RemovePaper,
  async ({ trx, actor, now, announce }, { meetingId, itemId, paperId }) => {
    const { meeting } = await holdItemToChange(trx, actor, { meetingId, itemId }, now)
    if (!(await isPaperOf(trx, { meetingId, itemId, paperId }))) throw new Refusal('unseen', 'paper')
    await keepPaperRemoved(trx, paperId, now)
    await announce({ streamId: meeting.roomId, name: 'papers-changed', about: itemId, body: { meetingId } })
    return { paperId }
  },
)
