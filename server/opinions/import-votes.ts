import { sha256 } from '../canonical.ts'
import { command, type Act } from '../command.ts'
import { mayLead, powersAt } from '../consultations/index.ts'
import { insist, Refusal, refuseField } from '../refusal.ts'
import { Unreadable } from '../unreadable.ts'
import { columnOf, readComments, readVotes, voteOf, type Votes } from './analysis/index.ts'
import { changed } from './changed.ts'
import { ImportVotes } from './contract.ts'
import { holdCollection } from './hold-collection.ts'
import { keepStatements, takeNumbers } from './records.ts'
import { findByText, keepImport, keepImported } from './records-imported.ts'

const longest = 1000

/**
 * Takes in Pol.is's own tables: statements, which keep whether they were let in, and answers of people who stay
 * unknown (one line a person, or one line a vote). A statement that is there already, word for word, is that one; a file of
 * answers is taken once.
 */
export const importVotes = command(
  ImportVotes,
  async ({ trx, actor, now, announce, afterCommit, ground }, asked) => {
    const { consultationId } = asked
    const collection = await holdCollection(trx, actor, consultationId, now)
    insist(mayLead(await powersAt(trx, actor, { tableId: collection.tableId }, now)))
    if (collection.closedAt !== null) throw new Refusal('conflict', 'consultation-closed')
    const comments = read('comments', () => readComments(asked.comments, 'comments.csv'))
    const votes = asked.votes
      ? read('votes', () => readVotes(Buffer.from(asked.votes ?? ''), 'participants-votes.csv'))
      : null
    const wrong = comments.find(({ text }) => text.trim() === '' || text.length > longest)
    if (wrong) throw refuseField('comments', 'statement-without-words', { number: wrong.id })
    const known = new Set(comments.map(({ id }) => id))
    const missing = votes?.statements.find((number) => !known.has(number))
    if (missing !== undefined) throw refuseField('votes', 'statement-not-in-comments', { number: missing })

    // The lock alone: how many numbers are needed is known once it is known what is there.
    await takeNumbers(trx, consultationId, actor.id, 0)
    if (asked.votes && !(await keepImport(trx, consultationId, sha256(asked.votes), now)))
      throw refuseField('votes', 'votes-there-already')
    const there = await findByText(
      trx,
      consultationId,
      comments.map(({ text }) => text.trim()),
    )
    const firstAt = new Map(comments.map(({ text }, at) => [text.trim(), at] as const).reverse())
    const fresh = comments.filter(
      ({ text }, at) => firstAt.get(text.trim()) === at && !there.has(text.trim()),
    )
    const first = await takeNumbers(trx, consultationId, actor.id, fresh.length)
    const ids = await keepStatements(
      trx,
      fresh.map(({ text, moderated, isMeta }, at) => ({
        consultationId,
        number: first + at,
        text: text.trim(),
        language: asked.language ?? actor.language,
        state:
          moderated === -1
            ? 'rejected'
            : moderated === 0 && collection.holdsStatements
              ? 'waiting'
              : 'approved',
        isMeta,
        isSeed: true,
        authorId: null,
        needId: null,
        messageId: null,
        surveyId: null,
        writtenAt: now,
        clientId: null,
      })),
    )
    fresh.forEach(({ text }, at) => there.set(text.trim(), ids[at]!))
    const idOf = new Map(comments.map(({ id, text }) => [id, there.get(text.trim())!]))
    const answers = votes ? await keepAnswers(trx, consultationId, votes, idOf, now) : 0
    await announce({
      streamId: consultationId,
      name: 'votes-imported',
      about: consultationId,
      body: { statements: fresh.length, answers },
    })
    afterCommit(() => changed(ground, consultationId))
    return { consultationId, statements: fresh.length, answers }
  },
)

async function keepAnswers(
  trx: Act['trx'],
  consultationId: string,
  { starts, cells, statements }: Votes,
  idOf: Map<string, string>,
  now: Date,
): Promise<number> {
  const rows: { row: number; statementId: string; vote: number }[] = []
  for (let row = 0; row + 1 < starts.length; row++)
    for (const cell of cells.subarray(starts[row], starts[row + 1]))
      rows.push({ row, statementId: idOf.get(statements[columnOf(cell)]!)!, vote: voteOf(cell) })
  await keepImported(trx, consultationId, starts.length - 1, rows, now)
  return rows.length
}

function read<Content>(field: string, reading: () => Content): Content {
  try {
    return reading()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    throw refuseField(field, 'file-not-readable', { where: error.message })
  }
}
