import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { type AgendaShown, ShowAgenda } from './contract.ts'
import { meetingShown } from './meeting-shown.ts'
import { listReady } from './records-items.ts'
import { listLater } from './records-shown.ts'
import { mayChangeAgenda } from './rules.ts'

/** The agenda with what the chair may make it from. */
export const showAgenda = query(ShowAgenda, async (look, { meetingId }): Promise<AgendaShown> => {
  const meeting = await meetingShown(look, meetingId)
  if (look.actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  if (!meeting.may.run) throw new Refusal('forbidden', 'only-for-chair-or-secretary')
  insist(mayChangeAgenda(meeting))
  const placed = {
    id: meeting.id,
    tableId: meeting.table.id,
    consultationId: meeting.consultation.id,
    isMembersOnly: meeting.isMembersOnly,
  }
  const [ready, later] = await Promise.all([
    listReady(look.db, placed),
    listLater(look.db, look.actor, placed),
  ])
  return { meeting, ready, later }
})
