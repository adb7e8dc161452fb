import { saidIn } from '../by-language.ts'
import { query } from '../query.ts'
import { ListBallots, type BallotsListed } from './contract.ts'
import * as records from './records-reading.ts'
import { stateAt } from './rules.ts'

const onePage = 20

export const listBallots = query(ListBallots, async ({ db, actor, now }, wanted): Promise<BallotsListed> => {
  const rows = await records.listBallots(db, actor, { ...wanted, most: onePage + 1 })
  const page = rows.slice(0, onePage)
  return {
    ballots: page.map(({ consultationId, consultationTitle, ...row }) => ({
      ...row,
      state: stateAt(row, now),
      consultation: { id: consultationId, title: saidIn(consultationTitle, actor.language) },
    })),
    next: rows.length > onePage ? (page.at(-1)?.id ?? null) : null,
  }
})
