import type { Trx } from '#db/database.ts'
import type { Ground } from '../ground.ts'
import { sendMail, withoutAddresses } from '../mails/index.ts'
import type { NoticeShown } from './contract.ts'
import { findReader, listNotices, takeOwed } from './records.ts'
import { stopMailsLink } from './stop-mails-link.ts'
import { noticeIn } from './text-of.ts'

const mostInAMail = 20

/** Writes one mail with all that a person is owed up to a moment; nothing when they have read it or may no longer see it. */
export async function mailNotices(
  ground: Ground,
  trx: Trx,
  personId: string,
  kind: 'notice' | 'digest',
  upTo: Date,
): Promise<void> {
  const owed = await takeOwed(trx, personId, upTo, ground.now())
  const reader = await findReader(trx, personId)
  if (owed.length === 0 || !reader?.email || reader.rhythm === 'never') return
  const found = await listNotices(trx, personId, { ids: owed })
  if (found.length === 0) return
  const { origin } = ground.settings.publicUrl
  const news = found
    .slice(0, mostInAMail)
    // Titles of members-only consultations stay inside: a mailbox may be read over the shoulder.
    .map((each) => ({ ...noticeIn(reader.language, each), ...(each.isPublic ? {} : { title: null }) }))
    .map((notice) => inMail(notice, origin))
  const { stop, headers } = stopMailsLink(ground.settings, personId)
  await sendMail(trx, {
    recipient: reader.email,
    personId,
    language: reader.language,
    kind,
    values: {
      count: found.length,
      news: news.join('\n\n'),
      settings: `${origin}/me/notifications`,
      stop,
    },
    headers,
  })
}

function inMail({ text, title, path }: NoticeShown, origin: string): string {
  const named = title && withoutAddresses(title.text)
  return [text, ...(named ? [`«${named}»`] : []), `${origin}${path}`].join('\n')
}
