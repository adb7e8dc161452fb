import { expect, test } from 'vitest'
import { csvOf } from '#app/csv.ts'
import {
  analyseOpinions,
  answerStatement,
  exportVotes,
  importVotes,
  listStatements,
  showResults,
} from '#server/opinions/index.ts'
import { analyse, readComments, readVotes } from '#server/opinions/analysis/index.ts'
import { aCollection, shown, twoCamps } from '#tests/support/opinions.ts'
import { guest } from '#tests/support/world.ts'

const camps = twoCamps(18, 12)

function hashOf(file: string): string {
  return analyse(readVotes(Buffer.from(file), 'votes.csv'), { fewest: 5 }).inputHash
}

test('what is exported names nobody, recomputes to the published figures, and reads in elsewhere as the same', async () => {
  const { ground, a, table, consultationId, answered, analyseNow, results, statements } = await shown()
  const ana = await a.person()
  for (const { id } of statements) await answerStatement(ground, ana, { statementId: id, vote: 'agree' })
  await answered(camps)
  await analyseNow()
  const exported = await exportVotes(ground, table.chair, { consultationId })
  const [votes, comments] = [csvOf(exported.participantsVotes), csvOf(exported.comments)]
  expect(votes + comments + csvOf(exported.votes)).not.toContain(ana.id)
  expect(readComments(comments, 'comments.csv')).toHaveLength(8)
  const shownNow = (await results())!
  expect(hashOf(votes)).toBe(shownNow.inputHash)
  expect(hashOf(csvOf(exported.votes)), 'one line a vote').toBe(shownNow.inputHash)
  // Another answer shows in no file before it shows in what is published.
  await answerStatement(ground, ana, { statementId: statements[0]!.id, vote: 'disagree' })
  await analyseNow()
  const again = await exportVotes(ground, table.chair, { consultationId })
  expect(hashOf(csvOf(again.participantsVotes))).toBe(shownNow.inputHash)
  expect(again.comments).toEqual(exported.comments)

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

test('words that a spreadsheet would run come back as they were, and one line a vote reads in as well', async () => {
  const texts = [
    '- meno file',
    '=1+1 fa due',
    'prima; - poi',
    '’apostrofo',
    "'virgolette' in testa",
    '@tutti',
    '+ treni',
    'h',
  ]
  const { ground, table, consultationId, answered, statements, analyseNow, results } = await shown()
  for (const [at, { id }] of statements.entries())
    await ground.db.updateTable('statements').set({ text: texts[at]! }).where('id', '=', id).execute()
  await answered(camps)
  await analyseNow()
  const exported = await exportVotes(ground, table.chair, { consultationId })
  const other = await aCollection({ statements: 0, showsResults: true })
  const given = {
    consultationId: other.consultationId,
    comments: csvOf(exported.comments),
    votes: csvOf(exported.votes),
  }
  await importVotes(other.ground, other.table.chair, given)
  await analyseOpinions(other.ground, other.consultationId)
  const there = (await showResults(other.ground, guest, { consultationId: other.consultationId })).results!
  expect(there.statements.map(({ text }) => text)).toEqual(texts)
  expect(there.inputHash).toBe((await results())!.inputHash)
})

test('a file of answers is taken once, and no number is used up by what is there already', async () => {
  const { ground, table, consultationId } = await aCollection({ statements: 0 })
  const comments = 'comment-id,moderated,comment-body\n0,1,Una.\n5,1,Due.\n'
  const take = (votes: string, more = '') =>
    importVotes(ground, table.chair, { consultationId, comments: comments + more, votes })
  expect(await take('participant,0,5\n1,1,-1\n')).toMatchObject({ statements: 2, answers: 2 })
  await expect(take('participant,0,5\n1,1,-1\n')).rejects.toMatchObject({
    fields: { votes: { reason: 'votes-there-already' } },
  })
  expect(await take('participant,0,7\n1,1,-1\n', '7,1,Tre.\n')).toMatchObject({ statements: 1, answers: 2 })
  const { statements } = await listStatements(ground, table.chair, { consultationId })
  expect(statements.map(({ number }) => number)).toEqual([0, 1, 2])
  const { answerers } = await ground.db
    .selectFrom('answerers')
    .where('consultationId', '=', consultationId)
    .select(({ fn }) => fn.countAll<number>().as('answerers'))
    .executeTakeFirstOrThrow()
  expect(answerers).toBe(2)
  await ground.db
    .updateTable('statementCollections')
    .set({ lastNumber: 9_999 })
    .where('consultationId', '=', consultationId)
    .execute()
  await take('', '8,1,Quattro.\n')
  await expect(take('', '9,1,Cinque.\n')).rejects.toMatchObject({ reason: 'too-many-statements' })
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
