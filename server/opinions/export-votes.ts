import { mayLead, powersAt } from '../consultations/index.ts'
import { query } from '../query.ts'
import { insist, Refusal } from '../refusal.ts'
import { romeDay } from '../rome-day.ts'
import { columnOf, voteOf } from './analysis/index.ts'
import { ExportVotes, type VotesExported } from './contract.ts'
import { seeCollection } from './hold-collection.ts'
import { readResults } from './read-results.ts'
import { findRelease } from './records-releases.ts'
import { listToJudge } from './records.ts'
import { areResultsShown } from './rules.ts'

/**
 * The votes that what is shown was made from, or what a brief carries, in Pol.is's own three tables: for who leads the table,
 * once results are shown, to recompute them. Never the votes of now: who looked before and after one person had
 * answered would have that person's. Who wrote or answered is not in them: people are numbered anew, at random, each time.
 */
export const exportVotes = query(
  ExportVotes,
  async ({ db, actor, now }, { consultationId, inputHash }): Promise<VotesExported> => {
    const collection = await seeCollection(db, actor, consultationId, now)
    insist(mayLead(await powersAt(db, actor, { tableId: collection.tableId }, now)))
    insist(areResultsShown(collection))
    const shown = await readResults(db, consultationId)
    if (!shown) throw new Refusal('conflict', 'too-few-to-export')
    const release = await findRelease(db, consultationId, inputHash ?? shown.inputHash)
    if (!release?.votes) throw new Refusal('conflict', 'votes-not-kept')
    const { statements, starts, answers } = release.votes
    const people = Array.from({ length: starts.length - 1 }, (_, row) =>
      [...answers.subarray(starts[row], starts[row + 1])].map(
        (answer) => [columnOf(answer), voteOf(answer)] as const,
      ),
    )
      .filter((row) => row.length > 0)
      .map((row) => ({ row, place: Math.random() }))
      .sort((one, other) => one.place - other.place)
      .map(({ row }) => row)
    const day = romeDay(release.releasedAt)
    const words = new Map((await listToJudge(db, consultationId)).map((each) => [each.number, each]))
    const tally = new Map(statements.map(({ number }) => [number, { agrees: 0, disagrees: 0 }]))
    for (const row of people)
      for (const [number, vote] of row) {
        tally.get(number)!.agrees += Number(vote === 1)
        tally.get(number)!.disagrees += Number(vote === -1)
      }
    return {
      participantsVotes: [
        [
          'participant',
          'group-id',
          'n-comments',
          'n-votes',
          'n-agree',
          'n-disagree',
          ...statements.map(({ number }) => number),
        ],
        ...people.map((row, participant) => {
          const counted = (wanted: number) => row.filter(([, vote]) => vote === wanted).length
          const cells = new Map(row)
          const answers = statements.map(({ number }) => cells.get(number) ?? '')
          return [participant, '', 0, row.length, counted(1), counted(-1), ...answers]
        }),
      ],
      // When each answer was given is told of nobody: they all bear the day of the release.
      votes: [
        ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'],
        ...people.flatMap((row, participant) =>
          row.map(([number, vote]) => [Date.parse(day), day, number, participant, vote]),
        ),
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
        ...statements.map(({ number, isRefused, isMeta }) => {
          const { agrees, disagrees } = tally.get(number)!
          const { text = '', writtenAt } = words.get(number) ?? {}
          const written = romeDay(writtenAt ?? release.releasedAt)
          return [
            Date.parse(written),
            written,
            number,
            0,
            agrees,
            disagrees,
            isRefused ? -1 : 1,
            text,
            String(isMeta),
          ]
        }),
      ],
    }
  },
)
