import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListNotices, type NoticesListed } from './contract.ts'
import { findReader, listNotices as list } from './records.ts'
import { noticeIn } from './text-of.ts'

const aPage = 20

/** What this person was told, newest first, in the language they read. */
export const listNotices = query(ListNotices, async ({ db, actor }, { after }): Promise<NoticesListed> => {
  if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
  const [found, reader] = await Promise.all([
    list(db, actor.id, { past: placeOf(after), most: aPage + 1 }),
    findReader(db, actor.id),
  ])
  const page = found.slice(0, aPage)
  const last = page.at(-1)
  return {
    notices: page.map((each) => noticeIn(actor.language, each)),
    older: found.length > aPage && last ? `${last.at.getTime()}.${last.id}` : null,
    rhythm: reader?.rhythm ?? 'digest',
  }
})

function placeOf(after: string | undefined): { at: Date; id: string } | undefined {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  return at && id ? { at: new Date(Number(at)), id } : undefined
}
