import { expect, test } from 'vitest'
import {
  addPaper,
  callMeeting,
  listMeetings,
  showAgenda,
  showCalling,
  showMeeting,
  showMeetingToEdit,
} from '#server/meetings/index.ts'
import { qrCodeOf } from '#server/meetings/qr-code.ts'
import { aWorld, guest } from '#tests/support/world.ts'

test('a public meeting is for everybody to read, and says what the chair alone may do', async () => {
  const { ground, meeting, agendaItem, person } = await aWorld()
  const its = await meeting({ state: 'called' })
  const item = await agendaItem(its, { title: 'Primo' })
  await addPaper(ground, its.table.chair, {
    meetingId: its.id,
    itemId: item.id,
    titleIt: 'Relazione',
    textIt: 'Testo.',
  })
  const seen = await showMeeting(ground, guest, { meetingId: its.id })
  expect(seen).toMatchObject({
    state: 'called',
    isInvited: false,
    address: `http://localhost:3000/meetings/${its.id}`,
    agenda: [{ title: 'Primo', papers: [{ texts: [{ language: 'it', text: 'Testo.' }] }] }],
    may: { run: false, edit: false, editAgenda: false, open: false, close: false },
  })
  expect((await showMeeting(ground, its.table.chair, { meetingId: its.id })).may).toEqual({
    run: true,
    edit: true,
    editAgenda: true,
    open: true,
    close: false,
  })
  const stranger = await person()
  for (const ask of [showAgenda, showMeetingToEdit])
    await expect(ask(ground, stranger, { meetingId: its.id })).rejects.toMatchObject({
      reason: 'only-for-chair-or-secretary',
    })
  await expect(showAgenda(ground, guest, { meetingId: its.id })).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
})

test('a meeting of a members-only consultation is not there for others, in no list and by no way', async () => {
  const { ground, meeting, consultation, person } = await aWorld()
  const its = await meeting({ consultation: await consultation({ visibility: 'members' }), state: 'called' })
  const stranger = await person()
  for (const who of [guest, stranger])
    for (const ask of [showMeeting, showAgenda, showMeetingToEdit])
      await expect(ask(ground, who, { meetingId: its.id })).rejects.toMatchObject({
        kind: 'unseen',
        reason: 'meeting',
      })
  const listed = async (who: typeof guest | typeof stranger) =>
    (await listMeetings(ground, who, { tableId: its.table.id })).meetings
  expect(await listed(stranger)).toEqual([])
  expect(await listed(its.table.chair)).toHaveLength(1)
})

test('meetings are listed by table, by consultation and as one’s own, to come and past, page after page', async () => {
  const { ground, meeting, consultation, seat, organisation, person } = await aWorld()
  const its = await consultation()
  for (let count = 0; count < 21; count += 1) await meeting({ consultation: its, state: 'called' })
  await meeting({ consultation: its, state: 'closed' })
  const tableId = its.table.id
  const first = await listMeetings(ground, guest, { tableId })
  expect(first.meetings).toHaveLength(20)
  const rest = await listMeetings(ground, guest, { tableId, after: first.next ?? '' })
  expect(rest.meetings).toHaveLength(1)
  expect(rest.next).toBeNull()
  expect(new Set([...first.meetings, ...rest.meetings].map(({ id }) => id)).size).toBe(21)
  const past = await listMeetings(ground, guest, { consultationId: its.id, when: 'past' })
  expect(past.meetings).toMatchObject([{ state: 'closed', table: { id: tableId } }])

  const holder = await person()
  const mine = () => listMeetings(ground, holder, { mine: 'yes' })
  expect((await mine()).meetings).toEqual([])
  const { id: organisationId } = await organisation({ representative: holder })
  await seat({ tableId, organisationId, holder })
  expect((await mine()).meetings).toHaveLength(20)
  await expect(listMeetings(ground, guest, { mine: 'yes' })).rejects.toMatchObject({
    reason: 'sign-in-first',
  })
  await expect(listMeetings(ground, guest, { after: '../x' })).rejects.toMatchObject({ kind: 'invalid' })
})

test('the form that calls a meeting knows the open consultations of the table, for its chair alone', async () => {
  const { ground, consultation, table, person } = await aWorld()
  const its = await table()
  const open = await consultation({ table: its })
  const closed = await consultation({ table: its })
  await ground.db
    .updateTable('consultations')
    .set({ closedAt: new Date() })
    .where('id', '=', closed.id)
    .execute()
  const shown = await showCalling(ground, its.chair, { tableId: its.id })
  expect(shown.consultations.map(({ id }) => id)).toEqual([open.id])
  await expect(showCalling(ground, await person(), { tableId: its.id })).rejects.toMatchObject({
    reason: 'only-for-chair-or-secretary',
  })
})

test('the form that changes a meeting holds it as the clocks of Italy show it', async () => {
  const { ground, consultation } = await aWorld()
  const { id, table } = await consultation()
  const { meetingId } = await callMeeting(ground, table.chair, {
    consultationId: id,
    titleIt: 'La scuola',
    titleFr: 'L’école',
    startsAt: '2030-07-14T17:00',
    endsAt: '2030-07-14T19:30',
    languages: ['it', 'fr', 'it'],
    quorum: 40,
    seatMinutes: 8,
    showsNames: 'yes',
  })
  expect(await showMeetingToEdit(ground, table.chair, { meetingId })).toMatchObject({
    values: {
      titleIt: 'La scuola',
      titleFr: 'L’école',
      titleAr: '',
      startsAt: '2030-07-14T17:00',
      endsAt: '2030-07-14T19:30',
      quorum: '40',
      seatMinutes: '8',
    },
    languages: ['it', 'fr'],
    showsNames: true,
  })
})

test('a QR code is whole: its border is clear and its three corners are there', () => {
  const { size, path } = qrCodeOf('http://localhost:3000/meetings/8f14e45f-ceea-467f-9f1a-5d1c5b1a1b1a')
  const dark = new Set<string>()
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = 0; at < Number(run); at += 1) dark.add(`${Number(x) + at},${y}`)
  const border = 4
  const places = [...dark].map((place) => place.split(',').map(Number))
  expect(Math.min(...places.flat())).toBe(border)
  expect(Math.max(...places.flat())).toBe(size - border - 1)
  const corners = [
    [border, border],
    [size - border - 7, border],
    [border, size - border - 7],
  ] as const
  for (const [left, top] of corners)
    for (let step = 0; step < 7; step += 1) {
      expect(dark.has(`${left + step},${top}`)).toBe(true)
      expect(dark.has(`${left + step},${top + 6}`)).toBe(true)
      expect(dark.has(`${left},${top + step}`)).toBe(true)
    }
})
