import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { TakePapers } from './contract.ts'
import { writeAnswers } from './counting/index.ts'
import { findClosedQuestion } from './records-reading.ts'
import { listNamedVotes } from './records-votes.ts'
import { papersFile } from './words.ts'

/** The papers of a closed ballot without names, in an order of their own, as a poll in favour or against gives them out. */
export const takePapers = query(TakePapers, async ({ db, actor }, { ballotId, unit }) => {
  const found = await findClosedQuestion(db, actor, ballotId)
  if (!found) throw new Refusal('unseen', 'ballot')
  if (found.state !== 'closed') throw new Refusal('forbidden', 'ballot-not-counted')
  const votes = await listNamedVotes(db, ballotId, unit)
  return {
    text: writeAnswers(votes.map(({ choice }) => choice).toSorted()),
    file: papersFile(ballotId, unit),
  }
})
