import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  addItem,
  addPaper,
  carryItem,
  closeItem,
  closeMeeting,
  editItem,
  editPaper,
  showAgenda,
  moveItem,
  readAgenda,
  removeItem,
  removePaper,
  showPaper,
  startItem,
  takeCarriedItem,
} from '#server/meetings/index.ts'
import { aNeed } from '#tests/support/needs.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aWorld } from '#tests/support/world.ts'

async function anAgenda(state: 'called' | 'open' = 'called', titles = ['Primo', 'Secondo', 'Terzo']) {
  const world = await aWorld()
  const meeting = await world.meeting({ state })
  const items: { meetingId: string; itemId: string }[] = []
  for (const title of titles)
    items.push({ meetingId: meeting.id, itemId: (await world.agendaItem(meeting, { title })).id })
  const read = () => readAgenda(world.ground.db, meeting.id)
  const order = async () => (await read()).map(({ title }) => title)
  return { world, ...world, meeting, items, chair: meeting.table.chair, read, order }
}

test('items are added at the end, in one order without a gap, forty at once', async () => {
  const { ground, chair, meeting, read } = await anAgenda('called', [])
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      addItem(ground, index % 2 ? chair : meeting.table.secretary, {
        meetingId: meeting.id,
        title: `Punto ${index}`,
        minutes: 15,
        clientId: randomUUID(),
      }),
    ),
  )
  expect((await read()).map(({ position }) => position)).toEqual(
    Array.from({ length: 40 }, (_, at) => at + 1),
  )
})

test('a retry adds no second item; an agenda has an end', async () => {
  const { ground, chair, meeting, read } = await anAgenda('called', [])
  const asked = { meetingId: meeting.id, title: 'Un punto', minutes: 15, clientId: randomUUID() }
  expect(await addItem(ground, chair, asked)).toEqual(await addItem(ground, chair, asked))
  await ground.db
    .insertInto('agendaItems')
    .values(
      Array.from({ length: 59 }, (_, index) => ({
        meetingId: meeting.id,
        position: index + 2,
        title: 'Un punto',
        language: 'it',
        minutes: 5,
      })),
    )
    .execute()
  await expect(addItem(ground, chair, { ...asked, clientId: randomUUID() })).rejects.toMatchObject({
    reason: 'agenda-is-full',
  })
  expect(await read()).toHaveLength(60)
})

test('an item about a need or a proposal takes its title and language; others’ are refused, and the same one twice', async () => {
  const { world, ground, chair, meeting, read } = await anAgenda('called', [])
  const need = await aNeed(world, {
    consultationId: meeting.consultation.id,
    title: 'Besoin de cours',
    language: 'fr',
  })
  const proposal = await aProposal(world, meeting.consultation, { title: 'Una corsa in più' })
  const add = (about: string, more: object = {}) =>
    addItem(ground, chair, { meetingId: meeting.id, minutes: 20, about, ...more })
  await add(`need:${need.id}`)
  await add(`proposal:${proposal.id}`, { title: 'La corsa delle cinque', language: 'it' })
  expect(await read()).toMatchObject([
    { title: 'Besoin de cours', language: 'fr', about: { kind: 'need', id: need.id } },
    {
      title: 'La corsa delle cinque',
      language: 'it',
      about: { kind: 'proposal', title: 'Una corsa in più' },
    },
  ])
  await expect(add(`need:${need.id}`)).rejects.toMatchObject({
    fields: { about: { reason: 'already-on-agenda' } },
  })
  const elsewhere = await aNeed(world, { consultationId: (await world.consultation()).id })
  const hidden = await aNeed(world, { consultationId: meeting.consultation.id, hidden: true })
  const draft = await aProposal(world, meeting.consultation, { state: 'draft' })
  for (const about of [
    `need:${elsewhere.id}`,
    `need:${hidden.id}`,
    `proposal:${draft.id}`,
    `need:${randomUUID()}`,
  ])
    await expect(add(about)).rejects.toMatchObject({
      fields: { about: { reason: 'not-of-this-consultation' } },
    })
  await expect(add('ballot:1')).rejects.toMatchObject({ fields: { about: { reason: 'not-valid' } } })
  await expect(addItem(ground, chair, { meetingId: meeting.id, minutes: 20 })).rejects.toMatchObject({
    fields: { title: { reason: 'needed' } },
  })
})

test('an item is edited until it is closed', async () => {
  const { ground, chair, items, read } = await anAgenda('open')
  const edit = { ...items[0]!, title: 'Un altro titolo', language: 'ar' as const, minutes: 25 }
  await editItem(ground, chair, edit)
  expect((await read())[0]).toMatchObject({ title: 'Un altro titolo', language: 'ar', minutes: 25 })
  await closeItem(ground, chair, { ...items[0]!, endedAs: 'discussed' })
  await expect(editItem(ground, chair, edit)).rejects.toMatchObject({ reason: 'item-already-closed' })
})

test('an item moves to a place; the same move twice moves once, and past the end is last', async () => {
  const { ground, chair, items, order } = await anAgenda()
  await moveItem(ground, chair, { ...items[2]!, to: 1 })
  await moveItem(ground, chair, { ...items[2]!, to: 1 })
  expect(await order()).toEqual(['Terzo', 'Primo', 'Secondo'])
  expect(ground.told).toHaveLength(1)
  await moveItem(ground, chair, { ...items[2]!, to: 60 })
  expect(await order()).toEqual(['Primo', 'Secondo', 'Terzo'])
})

test('forty moves at once leave every item in one place', async () => {
  const { ground, chair, items, read } = await anAgenda()
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      moveItem(ground, chair, { ...items[index % 3]!, to: (index % 3) + 1 }),
    ),
  )
  expect((await read()).map(({ position }) => position)).toEqual([1, 2, 3])
})

test('what was not begun is removed and the others move up; what was begun is not', async () => {
  const { ground, chair, items, read, order } = await anAgenda('open')
  await removeItem(ground, chair, items[0]!)
  expect(await order()).toEqual(['Secondo', 'Terzo'])
  expect((await read()).map(({ position }) => position)).toEqual([1, 2])
  await expect(removeItem(ground, chair, items[0]!)).rejects.toMatchObject({ kind: 'unseen', reason: 'item' })
  await startItem(ground, chair, items[1]!)
  await expect(removeItem(ground, chair, items[1]!)).rejects.toMatchObject({ reason: 'item-already-begun' })
})

test('a paper is in the languages given, and those promised and missing are named', async () => {
  const { ground, chair, meeting, items, read } = await anAgenda()
  await ground.db
    .updateTable('meetings')
    .set({ languages: ['it', 'ar', 'fr'] })
    .where('id', '=', meeting.id)
    .execute()
  const asked = {
    ...items[0]!,
    titleIt: 'Relazione',
    textIt: 'Che cosa è cambiato.',
    titleFr: 'Rapport',
    linkFr: 'https://example.org/rapport.pdf',
    clientId: randomUUID(),
  }
  const { paperId } = await addPaper(ground, chair, asked)
  expect(await addPaper(ground, chair, asked)).toEqual({ paperId })
  const [item] = await read()
  expect(item?.papers).toEqual([
    {
      id: paperId,
      titles: [
        { language: 'it', title: 'Relazione' },
        { language: 'fr', title: 'Rapport' },
      ],
      missing: ['ar'],
    },
  ])
  const paper = { ...items[0]!, paperId }
  await editPaper(ground, chair, {
    ...paper,
    titleIt: 'Relazione',
    textIt: 'Altro.',
    titleAr: 'تقرير',
    textAr: 'نص',
  })
  expect(await showPaper(ground, chair, paper)).toMatchObject([
    { language: 'ar' },
    { language: 'it', text: 'Altro.' },
  ])
  await removePaper(ground, chair, paper)
  expect((await read())[0]?.papers).toEqual([])
  await expect(showPaper(ground, chair, paper)).rejects.toMatchObject({ kind: 'unseen' })
})

test.each([
  [{}, 'titleIt', 'paper-is-empty'],
  [{ titleIt: 'Relazione' }, 'textIt', 'text-or-link-needed'],
  [{ textAr: 'نص' }, 'titleAr', 'needed'],
  [{ titleIt: 'Relazione', linkIt: 'javascript:alert(1)' }, 'linkIt', 'not-a-link'],
  [{ titleIt: 'Relazione', linkIt: 'mailto:a@b.it' }, 'linkIt', 'not-a-link'],
])('a paper of %j is refused at its field', async (given, field, reason) => {
  const { ground, chair, items } = await anAgenda()
  await expect(addPaper(ground, chair, { ...items[0]!, ...given })).rejects.toMatchObject({
    fields: { [field]: { reason } },
  })
})

test('a paper is read only by the way of its own meeting', async () => {
  const { ground, meeting, consultation, agendaItem, person } = await aWorld()
  const hidden = await meeting({
    consultation: await consultation({ visibility: 'members' }),
    state: 'called',
  })
  const item = await agendaItem(hidden)
  const { paperId } = await addPaper(ground, hidden.table.chair, {
    meetingId: hidden.id,
    itemId: item.id,
    titleIt: 'Riservata',
    textIt: 'Solo per noi.',
  })
  const open = await meeting()
  const reader = await person()
  for (const meetingId of [hidden.id, open.id])
    await expect(showPaper(ground, reader, { meetingId, itemId: item.id, paperId })).rejects.toMatchObject({
      kind: 'unseen',
    })
})

test('an item is carried to another meeting with its papers, and stays where it was as carried', async () => {
  const { world, ground, chair, meeting, items, read } = await anAgenda('open')
  const next = await world.meeting({ consultation: meeting.consultation, state: 'called' })
  await addPaper(ground, chair, { ...items[0]!, titleIt: 'Relazione', textIt: 'Testo.' })
  await startItem(ground, chair, items[0]!)
  await carryItem(ground, chair, { ...items[0]!, toMeetingId: next.id })
  expect((await read())[0]).toMatchObject({ state: 'carried', carriedTo: { meetingId: next.id, number: 2 } })
  expect(await readAgenda(ground.db, next.id)).toMatchObject([
    { title: 'Primo', state: 'waiting', spentSeconds: 0, papers: [{ titles: [{ title: 'Relazione' }] }] },
  ])
  await expect(carryItem(ground, chair, { ...items[0]!, toMeetingId: next.id })).rejects.toMatchObject({
    reason: 'item-already-carried',
  })
  await expect(closeItem(ground, chair, { ...items[0]!, endedAs: 'agreed' })).rejects.toMatchObject({
    reason: 'item-already-carried',
  })
})

test('what waits is taken by one later meeting; removed there, it waits again', async () => {
  const { world, ground, chair, meeting, items, read } = await anAgenda('open')
  const [one, other] = [
    await world.meeting({ consultation: meeting.consultation, state: 'called' }),
    await world.meeting({ consultation: meeting.consultation, state: 'called' }),
  ]
  await carryItem(ground, chair, items[0]!)
  const { ready } = await showAgenda(ground, chair, { meetingId: one.id })
  expect(ready.carried).toMatchObject([{ itemId: items[0]!.itemId, title: 'Primo', fromNumber: 1 }])
  const takings = await Promise.allSettled(
    [one, other].map(({ id }) => takeCarriedItem(ground, chair, { meetingId: id, itemId: items[0]!.itemId })),
  )
  expect(takings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(takings.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { reason: 'item-already-taken' },
  })
  const taker = (await read())[0]?.carriedTo
  const [copy] = await readAgenda(ground.db, taker!.meetingId)
  await removeItem(ground, chair, { meetingId: taker!.meetingId, itemId: copy!.id })
  expect((await read())[0]).toMatchObject({ state: 'carried', carriedTo: null })
})

test('meetings that carry to each other at once do not wait for ever', async () => {
  const { world, ground, chair, meeting, items } = await anAgenda('open')
  const next = await world.meeting({ consultation: meeting.consultation, state: 'called' })
  const back = await world.agendaItem(next)
  await Promise.all([
    carryItem(ground, chair, { ...items[0]!, toMeetingId: next.id }),
    carryItem(ground, chair, { meetingId: next.id, itemId: back.id, toMeetingId: meeting.id }),
  ])
  expect(await readAgenda(ground.db, next.id)).toMatchObject([{ state: 'carried' }, { title: 'Primo' }])
})

test('nothing is carried to another table, to a meeting that is over, or out of a members-only consultation', async () => {
  const { world, ground, chair, meeting, items } = await anAgenda('open')
  const over = await world.meeting({ consultation: meeting.consultation, state: 'closed' })
  const elsewhere = await world.meeting({ state: 'called' })
  for (const { id } of [over, elsewhere, meeting])
    await expect(carryItem(ground, chair, { ...items[0]!, toMeetingId: id })).rejects.toMatchObject({
      fields: { toMeetingId: { reason: 'not-another-meeting-of-table' } },
    })
  const hidden = await world.meeting({
    consultation: await world.consultation({ visibility: 'members', table: meeting.table }),
    state: 'called',
  })
  const secret = await world.agendaItem(hidden)
  await expect(
    carryItem(ground, chair, { meetingId: hidden.id, itemId: secret.id, toMeetingId: meeting.id }),
  ).rejects.toMatchObject({ fields: { toMeetingId: { reason: 'would-leave-the-members' } } })
  await carryItem(ground, chair, { meetingId: hidden.id, itemId: secret.id })
  expect((await showAgenda(ground, chair, { meetingId: meeting.id })).ready.carried).toEqual([])
  await expect(
    takeCarriedItem(ground, chair, { meetingId: meeting.id, itemId: secret.id }),
  ).rejects.toMatchObject({ fields: { toMeetingId: { reason: 'would-leave-the-members' } } })
})

test('ready are the needs and proposals of the consultation that are on no agenda', async () => {
  const { world, ground, chair, meeting } = await anAgenda()
  const consultationId = meeting.consultation.id
  const [quiet, wanted] = [
    await aNeed(world, { consultationId }),
    await aNeed(world, { consultationId, organisationSupports: 3 }),
  ]
  const proposal = await aProposal(world, meeting.consultation, { needIds: [quiet.id] })
  await aNeed(world, { consultationId, hidden: true })
  const ready = async () => (await showAgenda(ground, chair, { meetingId: meeting.id })).ready
  expect((await ready()).needs.map(({ id }) => id)).toEqual(expect.arrayContaining([quiet.id, wanted.id]))
  expect((await ready()).needs).toHaveLength(2)
  await addItem(ground, chair, { meetingId: meeting.id, minutes: 15, about: `need:${wanted.id}` })
  await addItem(ground, chair, { meetingId: meeting.id, minutes: 15, about: `proposal:${proposal.id}` })
  expect(await ready()).toMatchObject({ needs: [{ id: quiet.id }], proposals: [] })
  await expect(showAgenda(ground, await world.person(), { meetingId: meeting.id })).rejects.toMatchObject({
    reason: 'only-for-chair-or-secretary',
  })
})

test('closing the meeting puts off what is left, closes the running item if asked, and is told once', async () => {
  const { ground, chair, meeting, items, read } = await anAgenda('open')
  await startItem(ground, chair, items[0]!)
  const told = ground.told.length
  await Promise.all([
    closeMeeting(ground, chair, { meetingId: meeting.id, running: 'close' }),
    closeMeeting(ground, meeting.table.secretary, { meetingId: meeting.id, running: 'close' }),
  ])
  expect((await read()).map(({ state }) => state)).toEqual(['closed', 'carried', 'carried'])
  expect(ground.told.slice(told)).toHaveLength(4)
  await expect(startItem(ground, chair, items[1]!)).rejects.toMatchObject({ reason: 'meeting-not-open' })
  await expect(
    addItem(ground, chair, { meetingId: meeting.id, title: 'Tardi', minutes: 5 }),
  ).rejects.toMatchObject({ reason: 'meeting-closed' })
})

test('closing without a word puts the running item off too', async () => {
  const { ground, chair, meeting, items, read } = await anAgenda('open')
  await startItem(ground, chair, items[0]!)
  await closeMeeting(ground, chair, { meetingId: meeting.id })
  expect((await read()).map(({ state }) => state)).toEqual(['carried', 'carried', 'carried'])
})

test('nobody but the chair and the secretary touches the agenda', async () => {
  const { ground, meeting, items, order, person, seat, organisation } = await anAgenda('open')
  const holder = await person()
  const { id: organisationId } = await organisation({ representative: holder })
  await seat({ tableId: meeting.table.id, organisationId, holder })
  const [first] = items
  for (const who of [holder, meeting.table.moderator]) {
    const acts = [
      addItem(ground, who, { meetingId: meeting.id, title: 'Il mio punto', minutes: 5 }),
      editItem(ground, who, { ...first!, title: 'Il mio punto', minutes: 5 }),
      moveItem(ground, who, { ...first!, to: 3 }),
      removeItem(ground, who, first!),
      carryItem(ground, who, first!),
      closeMeeting(ground, who, { meetingId: meeting.id }),
      addPaper(ground, who, { ...first!, titleIt: 'Mia', textIt: 'Mio' }),
    ]
    for (const answer of await Promise.allSettled(acts))
      expect(answer).toMatchObject({ status: 'rejected', reason: { reason: 'only-for-chair-or-secretary' } })
  }
  expect(await order()).toEqual(['Primo', 'Secondo', 'Terzo'])
})
