import { csvFile } from './csv-file.ts'

type NamedVote = { electorId: string; name: string; paper: unknown; reason: string; receipt: string | null }

/** Who voted how, with the receipt of each: a paper as the receipt's hash has it, nothing where none was cast. */
export function namedVotesFile(of: string, votes: readonly NamedVote[]) {
  const rows = votes.map(({ electorId, name, paper, reason, receipt }) => [
    electorId,
    name,
    paper ? JSON.stringify(paper) : null,
    reason,
    receipt,
  ])
  return csvFile(`${of}.csv`, [['elector', 'name', 'paper', 'reason', 'receipt'], ...rows])
}
