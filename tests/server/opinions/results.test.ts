import type { KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import {
  analyseChanged,
  answerStatement,
  arrangeStatements,
  isAnyForgotten,
  rejectStatement,
  showResults,
} from '#server/opinions/index.ts'
import { changed, takeChanged } from '#server/opinions/changed.ts'
import { listForgotten, readInput } from '#server/opinions/records-results.ts'
import { testDatabase } from '#tests/support/ground.ts'
import { aCollection, shown, twoCamps } from '#tests/support/opinions.ts'
import { guest } from '#tests/support/world.ts'

const camps = twoCamps(18, 12)
const changesNothing: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => result,
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

test('once it is said to be sensitive, what was told of fewer than ten is gone at once, and is told anew by tens', async () => {
  const { answered, analyseNow, results, ground, table, consultationId } = await shown()
  await answered(twoCamps(34, 6))
  await analyseNow()
  expect((await results())!.groups.map(({ size }) => size)).toEqual([35, 5])
  await arrangeStatements(ground, table.chair, {
    consultationId,
    isOpen: true,
    holdsStatements: true,
    letsGuests: false,
    showsResults: true,
    isSensitive: 'yes',
  })
  expect(await results()).toBeNull()
  expect(takeChanged(ground)).toContain(consultationId)
  await analyseNow()
  expect(await results()).toMatchObject({ fewest: 10, groups: [], participants: 40 })
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
  expect([kept.inputHash, kept.answers]).toEqual([kept.releasedHash, 241])
  // What was learnt goes into what is asked next.
  const priorities = await ground.db
    .selectFrom('statements')
    .where('consultationId', '=', consultationId)
    .select('priority')
    .execute()
  expect(new Set(priorities.map(({ priority }) => priority)).size).toBeGreaterThan(1)
})

test('two nodes that analyse at once make one release: who read before the other kept, keeps nothing', async () => {
  const { ground, answered, analyseNow, results, consultationId } = await shown()
  await answered(camps)
  await analyseNow()
  const first = (await results())!
  await answered(twoCamps(3, 3))
  takeChanged(ground)
  await Promise.all([analyseNow(), analyseNow(), analyseNow()])
  expect((await results())!.inputHash).not.toBe(first.inputHash)
  expect(takeChanged(ground), 'they look again at their next turn').toEqual([consultationId])
  const releases = await ground.db
    .selectFrom('opinionReleases')
    .where('consultationId', '=', consultationId)
    .select('inputHash')
    .execute()
  expect(releases).toHaveLength(1)
})

test('one consultation that cannot be analysed holds no other up, and is marked again', async () => {
  const { ground, answered, results, consultationId } = await shown()
  await answered(camps)
  // A node of its own, which does not rest from what other tests analysed.
  const node = { ...ground, db: ground.db.withPlugin(changesNothing) }
  changed(node, 'no-id')
  changed(node, consultationId)
  await expect(analyseChanged(node)).rejects.toThrow('uuid')
  expect(await results()).toMatchObject({ participants: 30 })
  expect(takeChanged(node)).toEqual(['no-id'])
})

test.each<[string, (its: Awaited<ReturnType<typeof shown>>, moment: Date) => Promise<unknown>]>([
  [
    'an answer stamped before the analysis and committed after',
    ({ answered }, moment) => answered(twoCamps(1, 0), new Date(moment.getTime() - 20_000)),
  ],
  [
    'the last answers before closing',
    async ({ ground, answered, consultationId }, moment) => {
      await answered(twoCamps(1, 0), new Date(moment.getTime() + 1000))
      const closedAt = new Date(moment.getTime() + 2000)
      await ground.db
        .updateTable('consultations')
        .set({ closedAt })
        .where('id', '=', consultationId)
        .execute()
    },
  ],
  [
    'a decision on a statement',
    ({ ground, statements }, moment) =>
      ground.db
        .updateTable('statements')
        .set({ isMeta: true, decidedAt: new Date(moment.getTime() + 1000) })
        .where('id', '=', statements[0]!.id)
        .execute(),
  ],
])('what a node that died took is found: %s', async (_, happens) => {
  const its = await shown()
  const { ground, answered, analyseNow, consultationId } = its
  const moment = new Date(Date.now() - 3_600_000)
  const isForgotten = async () => (await listForgotten(ground.db, ground.now())).includes(consultationId)
  await answered(camps, new Date(moment.getTime() - 3_600_000))
  ground.setNow(moment)
  await analyseNow()
  ground.setNow(null)
  expect(await isForgotten()).toBe(false)
  await happens(its, moment)
  expect(await isForgotten()).toBe(true)
  await analyseNow()
  expect(await isForgotten()).toBe(false)
})

test('a statement let in while answers are read is in all of what is read or in nothing', async ({
  skip,
}) => {
  const { db, url } = await testDatabase()
  if (!url) skip('the embedded database has one connection')
  const { consultationId, statements, answered } = await aCollection({ statements: 8 })
  const last = statements[7]!.id
  await db.updateTable('statements').set({ state: 'waiting' }).where('id', '=', last).execute()
  await answered(camps)
  let isRead = false
  const meanwhile: KyselyPlugin = {
    ...changesNothing,
    transformResult: async ({ result }) => {
      if (!isRead) {
        isRead = true
        await db.updateTable('statements').set({ state: 'approved' }).where('id', '=', last).execute()
      }
      return result
    },
  }
  const read = (await readInput(db.withPlugin(meanwhile), consultationId))!
  expect(read.statements.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(Math.max(...read.answers)).toBeLessThan(21)
  expect(isRead).toBe(true)
})
