import { saidIn } from '../by-language.ts'
import { powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { ListBriefs, type BriefsListed } from './contract.ts'
import * as records from './records.ts'

const aPage = 20

export const listBriefs = query(
  ListBriefs,
  async ({ db, actor, now }, { after, consultationId }): Promise<BriefsListed> => {
    const found = await records.listBriefs(db, actor, consultationId, placeOf(after), aPage + 1)
    const offices = consultationId ? (await powersAt(db, actor, { consultationId }, now)).offices : []
    const page = found.slice(0, aPage)
    const last = page.at(-1)
    return {
      briefs: page.map(({ title, table, newerId, ...brief }) => ({
        ...brief,
        title: saidIn(title, actor.language),
        table: saidIn(table, actor.language),
        isSuperseded: newerId !== null,
      })),
      older: found.length > aPage && last ? `${last.publishedAt.getTime()}.${last.id}` : null,
      mayPublish: offices.includes('chair'),
    }
  },
)

function placeOf(after: string | undefined): { at: Date; id: string } | undefined {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  return at && id ? { at: new Date(Number(at)), id } : undefined
}
