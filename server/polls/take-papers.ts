import { stringifyCells, writeBlt, writePabulib, writePoints } from '../ballots/counting/index.ts'
import { query } from '../query.ts'
import { Refusal } from '../refusal.ts'
import { TakePapers } from './contract.ts'
import { budgetOf, electionOf } from './count-poll.ts'
import { listPapers } from './list-papers.ts'
import { findPoll } from './records.ts'
import { familyOf } from './words.ts'

/** The papers of a closed poll in a format that others count too: without names, and never where few or equal papers would tell whose they are. */
export const takePapers = query(TakePapers, async ({ db, actor }, { pollId, unit }) => {
  const poll = await findPoll(db, actor, pollId, 'none')
  if (!poll) throw new Refusal('unseen', 'poll')
  const result = poll.result as { units?: { unit: string; shown: string }[] } | null
  if (poll.state !== 'closed' || !result?.units) throw new Refusal('forbidden', 'ballot-not-counted')
  const counted = result.units.find((each) => each.unit === unit)
  if (!counted) throw new Refusal('unseen', 'papers')
  if (counted.shown !== 'full') throw new Refusal('forbidden', 'too-few-papers')
  const papers = (await listPapers(db, poll, unit)).map(({ paper }) => paper)
  switch (familyOf(poll.kind)) {
    case 'budget':
      return { text: writePabulib(budgetOf(poll, papers)), extension: 'pb' as const }
    case 'ranks':
    case 'approve':
      return { text: writeBlt(electionOf(poll, papers)), extension: 'blt' as const }
    case 'points':
      return { text: writePoints(electionOf(poll, papers)), extension: 'csv' as const }
    case 'assent':
      return {
        text: stringifyCells(
          [['vote'], ...papers.map((paper) => ['choice' in paper ? paper.choice : ''])],
          ',',
        ),
        extension: 'csv' as const,
      }
  }
})
