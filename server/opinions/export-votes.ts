import { mayLead, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { columnOf, voteOf } from './analysis/index.ts'
import { ExportVotes, type VotesExported } from './contract.ts'
import { seeCollection } from './hold-collection.ts'
import { listToJudge } from './records.ts'
import { readAnswers } from './records-results.ts'
import { areResultsShown } from './rules.ts'
import { fewestShown } from './words.ts'

/**
 * The votes and the statements in Pol.is's own two tables, for who leads the table, once results are shown: to
 * recompute what is published. Who wrote or answered is not in them: people are numbered anew, at random, each time.
 */
export const exportVotes = query(
  ExportVotes,
  async ({ db, actor, now }, { consultationId }): Promise<VotesExported> => {
    const collection = await seeCollection(db, actor, consultationId, now)
    insist(mayLead(await powersAt(db, actor, { tableId: collection.tableId }, now)))
    insist(areResultsShown(collection))
    const statements = (await listToJudge(db, consultationId)).filter(({ state }) => state !== 'waiting')
    const { starts, answers } = await readAnswers(db, consultationId)
    const people = Array.from({ length: starts.length - 1 }, (_, row) =>
      answers.subarray(starts[row], starts[row + 1]),
    )
      .filter((row) => row.length > 0)
      .map((row) => ({ row, place: Math.random() }))
      .sort((one, other) => one.place - other.place)
    if (people.length < fewestShown) throw new Refusal('conflict', 'too-few-to-export')
    const place = new Map(statements.map(({ number }, at) => [number, at]))
    const tally = statements.map(() => ({ agrees: 0, disagrees: 0 }))
    const votes = people.map(({ row }, participant) => {
      const cells = Array<number | ''>(statements.length).fill('')
      for (const answer of row) {
        const at = place.get(columnOf(answer))!
        const vote = voteOf(answer)
        cells[at] = vote
        tally[at]!.agrees += Number(vote === 1)
        tally[at]!.disagrees += Number(vote === -1)
      }
      const agrees = cells.filter((cell) => cell === 1).length
      const disagrees = cells.filter((cell) => cell === -1).length
      return [participant, '', 0, row.length, agrees, disagrees, ...cells]
    })
    return {
      votes: [
        [
          'participant',
          'group-id',
          'n-comments',
          'n-votes',
          'n-agree',
          'n-disagree',
          ...statements.map(({ number }) => number),
        ],
        ...votes,
      ],
      comments: [
        [
          'timestamp',
          'datetime',
          'comment-id',
          'author-id',
          'agrees',
          'disagrees',
          'moderated',
          'comment-body',
          'is-meta',
        ],
        ...statements.map(({ number, text, state, isMeta, writtenAt }, at) => {
          const day = writtenAt.toISOString().slice(0, 10)
          const { agrees, disagrees } = tally[at]!
          return [
            Date.parse(day),
            day,
            number,
            0,
            agrees,
            disagrees,
            state === 'rejected' ? -1 : 1,
            text,
            String(isMeta),
          ]
        }),
      ],
    }
  },
)
