import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { closeItem, pauseItem, readAgenda, resumeItem, startItem } from '#server/meetings/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aWorld } from '#tests/support/world.ts'

async function aSitting() {
  const world = await aWorld()
  const meeting = await world.meeting()
  const items = [
    await world.agendaItem(meeting, { title: 'Primo' }),
    await world.agendaItem(meeting, { title: 'Secondo' }),
  ]
  const [first, second] = items.map(({ id }) => ({ meetingId: meeting.id, itemId: id }))
  return { ...world, meeting, first: first!, second: second!, chair: meeting.table.chair }
}

const states = async ({ ground, meeting }: Awaited<ReturnType<typeof aSitting>>) =>
  (await readAgenda(ground.db, meeting.id)).map(({ state }) => state)

test('starting an item stops the one before, whose clock keeps what it counted', async () => {
  const sitting = await aSitting()
  const { ground, chair, first, second, meeting } = sitting
  ground.setNow(new Date('2026-05-14T10:00:00Z'))
  await startItem(ground, chair, first)
  ground.setNow(new Date('2026-05-14T10:01:30Z'))
  await startItem(ground, chair, second)
  expect(await readAgenda(ground.db, meeting.id)).toMatchObject([
    { state: 'waiting', spentSeconds: 90, runningSince: null },
    { state: 'running', spentSeconds: 0, runningSince: '2026-05-14T10:01:30.000Z' },
  ])
})

test('a pause stops the clock and not the item; it goes on from where it stood', async () => {
  const { ground, chair, first, meeting } = await aSitting()
  const began = Date.parse('2026-05-14T10:00:00Z')
  const after = (seconds: number) => ground.setNow(new Date(began + seconds * 1000))
  after(0)
  await startItem(ground, chair, first)
  after(60)
  await pauseItem(ground, chair, first)
  after(100)
  await pauseItem(ground, chair, first)
  const [paused] = await readAgenda(ground.db, meeting.id)
  expect(paused).toMatchObject({ state: 'running', runningSince: null, spentSeconds: 60 })
  after(200)
  await resumeItem(ground, chair, first)
  after(210)
  await resumeItem(ground, chair, first)
  after(230)
  await closeItem(ground, chair, { ...first, endedAs: 'agreed', outcome: 'Si apre lo sportello.' })
  expect(await readAgenda(ground.db, meeting.id)).toMatchObject([
    {
      state: 'closed',
      spentSeconds: 90,
      endedAs: 'agreed',
      outcome: 'Si apre lo sportello.',
      outcomeLanguage: 'it',
    },
    { state: 'waiting' },
  ])
  expect(ground.told).toHaveLength(4)
})

test('an item is closed once: again is refused, and the same closing sent again is not a second', async () => {
  const { ground, chair, meeting, first } = await aSitting()
  const asked = { ...first, endedAs: 'discussed' as const, clientId: randomUUID() }
  const answer = await closeItem(ground, chair, asked)
  expect(await closeItem(ground, chair, asked)).toEqual(answer)
  await expect(
    closeItem(ground, meeting.table.secretary, { ...asked, endedAs: 'agreed', clientId: randomUUID() }),
  ).rejects.toMatchObject({ kind: 'conflict', reason: 'item-already-closed' })
  await expect(startItem(ground, chair, first)).rejects.toMatchObject({ reason: 'item-already-closed' })
  await expect(pauseItem(ground, chair, first)).rejects.toMatchObject({ reason: 'item-already-closed' })
  expect(ground.told).toHaveLength(1)
})

test('forty closings at once close it once', async () => {
  const { ground, chair, meeting, first } = await aSitting()
  const closings = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) =>
      closeItem(ground, index % 2 ? chair : meeting.table.secretary, {
        ...first,
        endedAs: 'discussed',
        clientId: randomUUID(),
      }),
    ),
  )
  expect(closings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('two chairs who start different items at once leave one running', async () => {
  const sitting = await aSitting()
  const { ground, chair, meeting, first, second } = sitting
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      startItem(ground, index % 2 ? chair : meeting.table.secretary, index % 2 ? first : second),
    ),
  )
  expect((await states(sitting)).toSorted()).toEqual(['running', 'waiting'])
})

test('only the chair or the secretary runs the agenda, of an open meeting, with its own items', async () => {
  const sitting = await aSitting()
  const { ground, chair, meeting, first, person } = sitting
  await expect(startItem(ground, await person(), first)).rejects.toMatchObject({
    reason: 'only-for-chair-or-secretary',
  })
  const other = await aSitting()
  await expect(
    startItem(ground, chair, { meetingId: meeting.id, itemId: other.first.itemId }),
  ).rejects.toMatchObject({ kind: 'unseen' })
  await ground.db.updateTable('meetings').set({ state: 'called' }).where('id', '=', meeting.id).execute()
  await expect(startItem(ground, chair, first)).rejects.toMatchObject({ reason: 'meeting-not-open' })
  await expect(closeItem(ground, chair, { ...first, endedAs: 'agreed' })).rejects.toMatchObject({
    reason: 'meeting-not-open',
  })
  expect(await states(sitting)).toEqual(['waiting', 'waiting'])
})

test('in a members-only consultation an outsider learns of no item', async () => {
  const { ground, meeting, consultation, agendaItem, person } = await aWorld()
  const hidden = await meeting({ consultation: await consultation({ visibility: 'members' }) })
  const { id } = await agendaItem(hidden)
  await expect(startItem(ground, await person(), { meetingId: hidden.id, itemId: id })).rejects.toMatchObject(
    { kind: 'unseen', reason: 'meeting' },
  )
})

test('what an item is about is shown while it may be read', async () => {
  const world = await aWorld()
  const { ground, meeting, agendaItem } = world
  const sitting = await meeting()
  const need = await aNeed(world, { consultationId: sitting.consultation.id, title: 'Una casa' })
  await agendaItem(sitting, { needId: need.id })
  const about = async () => (await readAgenda(ground.db, sitting.id))[0]?.about
  expect(await about()).toEqual({ kind: 'need', id: need.id, title: 'Una casa', language: 'it' })
  await ground.db.updateTable('needs').set({ hiddenAt: new Date() }).where('id', '=', need.id).execute()
  expect(await about()).toBeNull()
})
