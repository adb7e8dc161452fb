import { expect, test } from 'vitest'
import {
  analyseChanged,
  analyseOpinions,
  answerStatement,
  arrangeStatements,
  exportVotes,
  importVotes,
  isAnyForgotten,
  rejectStatement,
  showResults,
} from '#server/opinions/index.ts'
import { analyse, readComments, readVotes } from '#server/opinions/analysis/index.ts'
import { aCollection, twoCamps } from '#tests/support/opinions.ts'
import { guest } from '#tests/support/world.ts'

const camps = twoCamps(18, 12)

async function shown(given: Parameters<typeof aCollection>[0] = {}) {
  const its = await aCollection({ statements: 8, showsResults: true, ...given })
  const { ground, consultationId } = its
  const results = async () => (await showResults(ground, guest, { consultationId })).results
  const analyseNow = () => analyseOpinions(ground, consultationId)
  return { ...its, results, analyseNow }
}

test('before the consultation shows results nobody sees them, the chair included', async () => {
  const { ground, consultationId, table, answered, analyseNow, results } = await shown({
    showsResults: false,
  })
  await answered(camps)
  await analyseNow()
  for (const actor of [guest, table.chair, table.moderator])
    await expect(showResults(ground, actor, { consultationId })).rejects.toMatchObject({
      reason: 'results-not-shown',
    })
  await arrangeStatements(ground, table.chair, {
    consultationId,
    isOpen: true,
    holdsStatements: true,
    letsGuests: false,
    showsResults: true,
  })
  expect(await results()).toMatchObject({ participants: 30, grouped: 30 })
})

test('groups keep their letters, and what is shown moves only when five people have answered', async () => {
  const { answered, analyseNow, results, a, ground, statements } = await shown()
  await answered(camps, new Date(Date.now() - 60_000))
  await analyseNow()
  const first = (await results())!
  expect(first.groups).toMatchObject([
    { letter: 'A', size: 20 },
    { letter: 'B', size: 10 },
  ])
  expect(first.bridges).toEqual([7])
  expect(first.statements[7]).toMatchObject({ text: statements[7]!.text, all: { seen: 30, agree: 30 } })

  for (let one = 0; one < 4; one++)
    await answerStatement(ground, await a.person(), { statementId: statements[0]!.id, vote: 'agree' })
  await analyseNow()
  expect(await results()).toEqual(first)

  // B becomes the larger group, and keeps its letter.
  await answered(twoCamps(0, 20))
  await analyseNow()
  const second = (await results())!
  expect(second.groups.map(({ letter }) => letter)).toEqual(['A', 'B'])
  expect(second.groups[1]!.size).toBe(30)
  expect(second.inputHash).not.toBe(first.inputHash)
})

test('too few answers show nothing yet, and no answers at all neither', async () => {
  const { answered, analyseNow, results } = await shown()
  await analyseNow()
  expect(await results()).toBeNull()
  await answered(twoCamps(10, 8))
  await analyseNow()
  expect(await results()).toBeNull()
})

test('a rejected statement is gone from the results at once, before they are made anew', async () => {
  const { ground, table, answered, analyseNow, results, statements } = await shown()
  await answered(camps)
  await analyseNow()
  await rejectStatement(ground, table.moderator, {
    statementId: statements[7]!.id,
    reason: 'Offende qualcuno.',
  })
  const after = (await results())!
  expect(after.bridges).toEqual([])
  expect(JSON.stringify(after)).not.toContain(statements[7]!.text)
  await analyseNow()
  expect((await results())!.statements).toHaveLength(7)
})

test('answers are analysed at the next turn of the node that took them, or by any once it is gone', async () => {
  const { ground, a, statements, answered, results, consultationId } = await shown()
  await answered(camps, new Date(Date.now() - 3_600_000))
  expect(await isAnyForgotten(ground)).toBe(true)
  await answerStatement(ground, await a.person(), { statementId: statements[0]!.id, vote: 'agree' })
  await analyseChanged(ground)
  expect(await results()).toMatchObject({ participants: 30 })
  const kept = await ground.db
    .selectFrom('opinionResults')
    .where('consultationId', '=', consultationId)
    .selectAll()
    .executeTakeFirstOrThrow()
  expect([kept.inputHash, kept.answers]).toEqual([kept.publishedHash, 241])
  // What was learnt goes into what is asked next.
  const priorities = await ground.db
    .selectFrom('statements')
    .where('consultationId', '=', consultationId)
    .select('priority')
    .execute()
  expect(new Set(priorities.map(({ priority }) => priority)).size).toBeGreaterThan(1)
})

test('what is exported names nobody, recomputes to the published figures, and reads in elsewhere as the same', async () => {
  const { ground, a, table, consultationId, answered, analyseNow, results, statements } = await shown()
  const ana = await a.person()
  for (const { id } of statements) await answerStatement(ground, ana, { statementId: id, vote: 'agree' })
  await answered(camps)
  await analyseNow()
  const exported = await exportVotes(ground, table.chair, { consultationId })
  const [votes, comments] = [lines(exported.votes), lines(exported.comments)]
  expect(votes + comments).not.toContain(ana.id)
  expect(readComments(comments, 'comments.csv')).toHaveLength(8)
  const read = readVotes(Buffer.from(votes), 'votes.csv')
  expect(analyse(read, { fewest: 5 }).inputHash).toBe((await results())!.inputHash)

  const other = await aCollection({ statements: 0, showsResults: true })
  const given = { consultationId: other.consultationId, comments, votes }
  expect(await importVotes(other.ground, other.table.chair, given)).toMatchObject({
    statements: 8,
    answers: 248,
  })
  await analyseOpinions(other.ground, other.consultationId)
  const there = (await showResults(other.ground, guest, { consultationId: other.consultationId })).results!
  expect(there).toMatchObject({ inputHash: (await results())!.inputHash, bridges: [7] })
  // Reading the statements in again adds none.
  expect(await importVotes(other.ground, other.table.chair, { ...given, votes: '' })).toMatchObject({
    statements: 0,
  })
})

test('votes go out and come in only by who leads the table', async () => {
  const { ground, a, table, consultationId, answered } = await shown()
  const comments = 'comment-id,moderated,comment-body\n0,1,Una frase.\n'
  for (const actor of [await a.person(), table.moderator]) {
    await expect(exportVotes(ground, actor, { consultationId })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(importVotes(ground, actor, { consultationId, comments })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  }
  await answered(twoCamps(5, 5))
  await expect(exportVotes(ground, table.chair, { consultationId })).rejects.toMatchObject({
    reason: 'too-few-to-export',
  })
})

test.each([
  ['comment-id\n1\n', '', 'comments', 'file-not-readable'],
  ['comment-id,moderated,comment-body\n0,1,\n', '', 'comments', 'statement-without-words'],
  [
    'comment-id,moderated,comment-body\n0,1,Una frase.\n',
    'participant,0\n1,5\n',
    'votes',
    'file-not-readable',
  ],
  [
    'comment-id,moderated,comment-body\n0,1,Una frase.\n',
    'participant,0,1\n1,1,1\n',
    'votes',
    'statement-not-in-comments',
  ],
])('a file that cannot be taken in says why: %j %j', async (comments, votes, field, reason) => {
  const { ground, table, consultationId } = await aCollection({ statements: 0 })
  await expect(importVotes(ground, table.chair, { consultationId, comments, votes })).rejects.toMatchObject({
    fields: { [field]: { reason } },
  })
  const { many } = await ground.db
    .selectFrom('statements')
    .where('consultationId', '=', consultationId)
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .executeTakeFirstOrThrow()
  expect(many).toBe(0)
})

function lines(rows: (string | number)[][]): string {
  return rows.map((row) => row.join(',')).join('\n')
}
