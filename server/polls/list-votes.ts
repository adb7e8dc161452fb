import type { Reader } from '#db/database.ts'
import type { Actor } from '../ground.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { ListVotes, TakeVotes, type NamedVote, type VotesListed } from './contract.ts'
import { findPollShown, listNamedVotes } from './records-reading.ts'
import { withReceipt } from './with-receipt.ts'

const onePage = 100

/** Open tier: who voted how, by name, as voters were told before they voted; only once the poll is closed. */
export const listVotes = query(
  ListVotes,
  async ({ db, actor }, { pollId, unit, after }): Promise<VotesListed> => {
    const { title, language, options, definitionHash } = await findOpenTier(db, actor, pollId)
    const rows = await listNamedVotes(db, pollId, unit, { after, most: onePage + 1 })
    return {
      poll: { id: pollId, title, language, options },
      votes: rows.slice(0, onePage).map((vote) => withReceipt(definitionHash, unit, vote)),
      next: rows.length > onePage ? (rows[onePage - 1]?.electorId ?? null) : null,
    }
  },
)

/** The same whole, to take away: with it and the definition's hash each receipt can be made again. */
export const takeVotes = query(TakeVotes, async ({ db, actor }, { pollId, unit }): Promise<NamedVote[]> => {
  const { definitionHash } = await findOpenTier(db, actor, pollId)
  const rows = await listNamedVotes(db, pollId, unit, { most: null })
  return rows.map((vote) => withReceipt(definitionHash, unit, vote))
})

async function findOpenTier(db: Reader, actor: Actor, pollId: string) {
  const poll = await findPollShown(db, actor, pollId)
  if (!poll) throw new Refusal('unseen', 'poll')
  if (poll.tier !== 'open') throw new Refusal('unseen', 'papers')
  if (poll.state !== 'closed') throw new Refusal('forbidden', 'ballot-not-counted')
  return poll
}
