import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListMeetings, type MeetingsListed } from './contract.ts'
import * as records from './records-shown.ts'

const onePage = 20

/** Meetings of a table, of a consultation, or those one is called to; coming or past. */
export const listMeetings = query(
  ListMeetings,
  async ({ db, actor }, { mine, when, after, ...wanted }): Promise<MeetingsListed> => {
    if (mine && actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    const found = await records.listMeetings(db, actor, {
      ...wanted,
      mine: mine === 'yes',
      when: when ?? 'coming',
      past: placeOf(after),
      most: onePage + 1,
    })
    const page = found.slice(0, onePage)
    const last = page.at(-1)
    return {
      meetings: page.map(({ tableId, tableName, consultationId, consultationTitle, title, ...row }) => ({
        ...row,
        title: saidIn(title, actor.language),
        table: { id: tableId, name: saidIn(tableName, actor.language) },
        consultation: { id: consultationId, title: saidIn(consultationTitle, actor.language) },
      })),
      next: found.length > onePage && last ? `${last.startsAt.getTime()}.${last.id}` : null,
    }
  },
)

function placeOf(after: string | undefined): { at: Date; id: string } | undefined {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  return at && id ? { at: new Date(Number(at)), id } : undefined
}
