import type { Trx } from '#db/database.ts'
import { refuseField } from '../refusal.ts'
import type { Subject } from './contract.ts'
import { findSubject, isOnAgenda } from './records-items.ts'

type Asked = {
  title?: string | undefined
  language?: string | undefined
  minutes: number
  about?: Subject | undefined
}

/** An item as it is kept: what it is about is in this consultation and once on the agenda, and lends it its title. */
export async function writtenItem(
  trx: Trx,
  meeting: { id: string; consultationId: string },
  { title, language, minutes, about }: Asked,
  but: { itemId?: string; language: string },
) {
  if (!about) {
    if (!title) throw refuseField('title', 'needed')
    return { title, language: language ?? but.language, minutes, needId: null, proposalId: null }
  }
  const subject = await findSubject(trx, meeting.consultationId, about)
  if (!subject) throw refuseField('about', 'not-of-this-consultation')
  if (await isOnAgenda(trx, meeting.id, about, but.itemId)) throw refuseField('about', 'already-on-agenda')
  return {
    title: title ?? subject.title,
    language: title ? (language ?? but.language) : subject.language,
    minutes,
    needId: about.kind === 'need' ? about.id : null,
    proposalId: about.kind === 'proposal' ? about.id : null,
  }
}
