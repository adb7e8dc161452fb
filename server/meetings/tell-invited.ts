import type { Trx } from '#db/database.ts'
import type { Ground } from '../ground.ts'
import { sendMail } from '../mails/index.ts'
import { addressOf, invitingCalendar } from './calendar.ts'
import { inWords } from './in-words.ts'
import { findTold, listInvited, type MeetingTold } from './records-invited.ts'

type Kind = 'meeting-called' | 'meeting-changed' | 'meeting-cancelled' | 'meeting-near'

/**
 * Writes to everybody who is called, each in their own language, with the meeting for their calendar. Being called is
 * part of a seat: it does not follow the rhythm that one chose for news.
 */
export async function tellInvited(
  { ground, trx, now }: { ground: Ground; trx: Trx; now: Date },
  kind: Kind,
  about: string | MeetingTold,
): Promise<void> {
  const meeting = typeof about === 'string' ? await findTold(trx, about) : about
  const { settings } = ground
  for (const { personId, email, language } of await listInvited(trx, meeting.id))
    await sendMail(trx, {
      recipient: email,
      personId,
      language,
      kind,
      values: {
        details: inWords(meeting, language).details.join('\n'),
        link: addressOf(meeting.id, settings),
      },
      calendar: invitingCalendar(meeting, { settings, language, now, email }),
    })
}
