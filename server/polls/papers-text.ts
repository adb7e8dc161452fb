import { writeAnswers, writeBlt, writePabulib, writePoints } from '../ballots/counting/index.ts'
import { budgetOf, electionOf, type PollCounted } from './as-election.ts'
import type { Paper } from './contract.ts'
import { familyOf } from './words.ts'

/** Papers in a format that others count too, in an order of their own. The lot and the seal are of these very bytes. */
export function papersText(poll: PollCounted, papers: readonly Paper[]): string {
  switch (familyOf(poll.kind)) {
    case 'budget':
      return writePabulib(budgetOf(poll, papers))
    case 'ranks':
    case 'approve':
      return writeBlt(electionOf(poll, papers))
    case 'points':
      return writePoints(electionOf(poll, papers))
    case 'assent':
      return writeAnswers(papers.map((paper) => ('choice' in paper ? paper.choice : '')))
  }
}
