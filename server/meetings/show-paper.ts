import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ShowPaper, type PaperText } from './contract.ts'
import { seeMeeting } from './hold-meeting.ts'
import { isPaperOf, listPaperTexts } from './records-papers.ts'

/** A paper with its texts in every language it is in. */
export const showPaper = query(
  ShowPaper,
  async ({ db, actor }, { meetingId, itemId, paperId }): Promise<PaperText[]> => {
    await seeMeeting(db, actor, meetingId)
    if (!(await isPaperOf(db, { meetingId, itemId, paperId }))) throw new Refusal('unseen', 'paper')
    return listPaperTexts(db, paperId)
  },
)
