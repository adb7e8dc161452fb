import { query } from '../query.ts'
import { romeDay } from '../rome-day.ts'
import { ListAnswers, type AnswersListed } from './contract.ts'
import { listAwaited, listGiven } from './records-lists.ts'

const mostAwaited = 100
const aPage = 20

/** Every answer one may see: what is overdue first, then what is awaited, then what was given, newest first. */
export const listAnswers = query(
  ListAnswers,
  async ({ db, actor, now }, { after }): Promise<AnswersListed> => {
    const [awaited, given] = await Promise.all([
      after ? [] : listAwaited(db, actor, romeDay(now), mostAwaited),
      listGiven(db, actor, placeOf(after), aPage + 1),
    ])
    const page = given.slice(0, aPage)
    const last = page.at(-1)
    return {
      overdue: awaited.filter((each) => each.daysLate > 0),
      awaited: awaited.filter((each) => each.daysLate === 0),
      given: page,
      older: given.length > aPage && last ? `${last.givenAt.getTime()}.${last.id}` : null,
    }
  },
)

function placeOf(after: string | undefined): { at: Date; id: string } | undefined {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  return at && id ? { at: new Date(Number(at)), id } : undefined
}
