import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { TakePapers } from './contract.ts'
import { listPapers } from './list-papers.ts'
import { papersText } from './papers-text.ts'
import { findPoll } from './records.ts'
import { isCounted } from './rules.ts'
import { papersFile } from './words.ts'

/** The papers of a closed poll in a format that others count too: without names, and never where few or equal papers would tell whose they are. */
export const takePapers = query(TakePapers, async ({ db, actor }, { pollId, unit }) => {
  const poll = await findPoll(db, actor, pollId, 'none')
  if (!poll) throw new Refusal('unseen', 'poll')
  if (poll.state !== 'closed' || !isCounted(poll.result)) throw new Refusal('forbidden', 'ballot-not-counted')
  const counted = poll.result.units.find((each) => each.unit === unit)
  if (!counted) throw new Refusal('unseen', 'papers')
  if (counted.shown !== 'full') throw new Refusal('forbidden', 'too-few-papers')
  const papers = (await listPapers(db, poll, unit)).map(({ paper }) => paper)
  return { text: papersText(poll, papers), file: papersFile(poll, unit) }
})
