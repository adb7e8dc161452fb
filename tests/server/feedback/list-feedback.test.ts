import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listFeedback, sendFeedback } from '#server/feedback/index.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('the coordinator and the administrator read what was sent, with the address to answer to', async () => {
  const { ground, person } = await aWorld()
  const words = randomUUID()
  await sendFeedback(ground, guest, { page: '/help', useful: 'no', words, email: 'Ana@People.test' })
  for (const role of ['coordinator', 'administrator'] as const) {
    const { feedback } = await listFeedback(ground, await person({ roles: [role] }), {})
    expect(feedback.find((each) => each.words === words)).toMatchObject({
      page: '/help',
      useful: 'no',
      email: 'ana@people.test',
      settledAt: null,
    })
  }
})

test('nobody else reads it', async () => {
  const { ground, person, table } = await aWorld()
  const { chair } = await table()
  for (const outsider of [await person(), chair])
    await expect(listFeedback(ground, outsider, {})).rejects.toMatchObject({
      reason: 'only-for-coordinators',
    })
  await expect(listFeedback(ground, guest, {})).rejects.toMatchObject({ reason: 'sign-in-first' })
})

test('page after page, each is shown once and none is passed over, even of one moment', async () => {
  const { ground, person } = await aWorld()
  const coordinator = await person({ roles: ['coordinator'] })
  const marks: string[] = Array.from({ length: 65 }, () => randomUUID())
  const rows = marks.map((words) => ({ page: '/', useful: 'yes' as const, hard: [], words, language: 'it' }))
  await ground.db.insertInto('feedback').values(rows).execute()
  const seen: string[] = []
  let after: string | undefined
  do {
    const { feedback, older } = await listFeedback(ground, coordinator, { after })
    seen.push(...feedback.map((each) => each.words))
    after = older ?? undefined
  } while (after && seen.length < 500)
  expect(seen.filter((words) => marks.includes(words)).toSorted()).toEqual(marks.toSorted())
})
