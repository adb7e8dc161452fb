import { saidIn } from '../by-language.ts'
import { powersAt } from '../consultations/index.ts'
import type { Look } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { addressOf } from './calendar.ts'
import type { MeetingShown } from './contract.ts'
import { qrCodeOf } from './qr-code.ts'
import { readAgenda } from './records-agenda.ts'
import { findShown, listTextsOf } from './records-shown.ts'
import { mayChange, mayChangeAgenda, mayClose, mayRun } from './rules.ts'

/** A meeting as one reader sees it, or it is not there. */
export async function meetingShown(
  { db, actor, now, ground }: Look,
  meetingId: string,
): Promise<MeetingShown> {
  const found = await findShown(db, actor, meetingId)
  if (!found) throw new Refusal('unseen', 'meeting')
  const [agenda, texts, powers] = await Promise.all([
    readAgenda(db, meetingId),
    listTextsOf(db, meetingId),
    powersAt(db, actor, { tableId: found.tableId }, now),
  ])
  const runs = mayRun(powers) === true
  const { title, tableId, tableName, consultationId, consultationTitle, mayBeOpened, ...meeting } = found
  const address = addressOf(meetingId, ground.settings)
  return {
    ...meeting,
    title: saidIn(title, actor.language),
    table: { id: tableId, name: saidIn(tableName, actor.language) },
    consultation: { id: consultationId, title: saidIn(consultationTitle, actor.language) },
    agenda: agenda.map((item) => ({
      ...item,
      papers: item.papers.map((paper) => ({ ...paper, texts: texts.get(paper.id) ?? [] })),
    })),
    address,
    qrCode: qrCodeOf(address),
    may: {
      run: runs,
      edit: runs && mayChange(meeting) === true,
      editAgenda: runs && mayChangeAgenda(meeting) === true,
      open: runs && mayBeOpened,
      close: runs && mayClose(meeting) === true,
    },
  }
}
