import { command } from '../command.ts'
import { insist } from '../refusal.ts'
import { AddPaper } from './contract.ts'
import { holdItemToChange } from './hold-item.ts'
import { paperTexts } from './paper-texts.ts'
import { countPapers, findAddedPaper, keepPaper } from './records-papers.ts'
import { mayAddPaper } from './rules.ts'

/** Lays a paper before the meeting, in as many languages as there are; those missing are shown as missing. */
export const addPaper = command(
  AddPaper,
  async ({ trx, actor, now, announce }, { meetingId, itemId, clientId, ...asked }) => {
    const { meeting } = await holdItemToChange(trx, actor, { meetingId, itemId }, now)
    const added = await findAddedPaper(trx, itemId, clientId)
    if (added) return { paperId: added.id }
    insist(mayAddPaper({ papers: await countPapers(trx, itemId) }))
    const paperId = await keepPaper(trx, { itemId, clientId: clientId ?? null, texts: paperTexts(asked) })
    await announce({ streamId: meeting.roomId, name: 'papers-changed', about: itemId, body: { meetingId } })
    return { paperId }
  },
)
