import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListVotes, type VotesListed } from './contract.ts'
import { receiptOf } from './receipt.ts'
import { findClosedQuestion, listPersonVotes } from './records-reading.ts'

const onePage = 100

/** Who voted what, by name, as voters were told before they voted; only once the ballot is closed. */
export const listVotes = query(
  ListVotes,
  async ({ db, actor }, { ballotId, after }): Promise<VotesListed> => {
    const found = await findClosedQuestion(db, actor, ballotId)
    if (!found) throw new Refusal('unseen', 'ballot')
    if (found.state !== 'closed') throw new Refusal('conflict', 'ballot-not-counted')
    const rows = await listPersonVotes(db, ballotId, after, onePage + 1)
    const { id, title, language, definitionHash } = found
    return {
      proposal: { id, title, language },
      votes: rows.slice(0, onePage).map((vote) => {
        const { personId: electorId, choice, reason } = vote
        return {
          ...vote,
          receipt: receiptOf({ definitionHash, unit: 'person', electorId, paper: { choice }, reason }),
        }
      }),
      next: rows.length > onePage ? (rows[onePage - 1]?.personId ?? null) : null,
    }
  },
)
