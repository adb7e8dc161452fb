import { command } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { EditPaper } from './contract.ts'
import { holdItemToChange } from './hold-item.ts'
import { paperTexts } from './paper-texts.ts'
import { isPaperOf, keepPaperTexts } from './records-papers.ts'

/** Adds the language that was missing, or mends a text. */
export const editPaper = command(
  EditPaper,
  async ({ trx, actor, now, announce }, { meetingId, itemId, paperId, ...asked }) => {
    const { meeting } = await holdItemToChange(trx, actor, { meetingId, itemId }, now)
    if (!(await isPaperOf(trx, { meetingId, itemId, paperId }))) throw new Refusal('unseen', 'paper')
    await keepPaperTexts(trx, paperId, paperTexts(asked))
    await announce({ streamId: meeting.roomId, name: 'papers-changed', about: itemId, body: { meetingId } })
    return { paperId }
  },
)
