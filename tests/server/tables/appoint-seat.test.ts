import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { leaveOrganisation, rejectOrganisation } from '#server/organisations/index.ts'
import { dayAfter, romeDay } from '#server/rome-day.ts'
import {
  appointSeat,
  endSeat,
  listSeatHistory,
  nameAlternate,
  nameHolder,
  seatsVotingFor,
  showAppointing,
  showTable,
} from '#server/tables/index.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aWorld, dayFromNow, guest } from '#tests/support/world.ts'

const today = () => romeDay(new Date())

async function seated() {
  const world = await aWorld()
  const table = await world.table()
  const organisation = await world.organisation({ name: 'Casa comune' })
  const [holder, alternate] = [
    await world.person({ name: 'Titolare' }),
    await world.person({ name: 'Supplente' }),
  ]
  await world.joins(holder, organisation.id)
  await world.joins(alternate, organisation.id)
  const asked = {
    tableId: table.id,
    organisationId: organisation.id,
    kind: 'voting' as const,
    actNumber: 'DD 12',
    actDate: dayFromNow(-20),
    startsOn: dayFromNow(-10),
    endsOn: dayFromNow(300),
  }
  return { world, ...world, table, organisation, holder, alternate, asked }
}

test('a seat names who holds it, who stands in, and by which act, for any day', async () => {
  const { ground, table, holder, alternate, asked } = await seated()
  const { seatId } = await appointSeat(ground, table.secretary, {
    ...asked,
    holderId: holder.id,
    alternateId: alternate.id,
  })
  expect((await showTable(ground, guest, { tableId: table.id })).seats).toMatchObject([
    {
      id: seatId,
      organisation: 'Casa comune',
      holder: { name: 'Titolare' },
      alternate: { name: 'Supplente' },
      actNumber: 'DD 12',
      isEndingSoon: false,
    },
  ])
  const on = async (day: string) => (await showTable(ground, guest, { tableId: table.id, on: day })).seats
  expect(await on(dayFromNow(-12))).toEqual([])
  expect(await on(dayFromNow(299))).toMatchObject([{ isEndingSoon: true }])
  expect(await on(dayFromNow(301))).toEqual([])
})

test('only the chair and the secretary appoint', async () => {
  const { ground, table, asked, organisation, person } = await seated()
  for (const actor of [table.moderator, organisation.representative, await person()]) {
    await expect(appointSeat(ground, actor, asked)).rejects.toMatchObject({
      reason: 'only-for-chair-or-secretary',
    })
    await expect(showAppointing(ground, actor, { tableId: table.id })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  }
  await expect(appointSeat(ground, table.chair, { ...asked, tableId: randomUUID() })).rejects.toMatchObject({
    kind: 'unseen',
  })
})

test('an organisation that is not verified, a term that ends first, an act of tomorrow and a stranger as holder are refused', async () => {
  const { ground, table, asked, organisation, person } = await seated()
  const pending = await aWorld().then((world) => world.organisation({ state: 'pending' }))
  const refused = async (more: object, field: string, reason: string) =>
    expect(appointSeat(ground, table.chair, { ...asked, ...more })).rejects.toMatchObject({
      fields: { [field]: { reason } },
    })
  await refused({ organisationId: pending.id }, 'organisationId', 'organisation-not-verified')
  await refused({ endsOn: dayFromNow(-11) }, 'endsOn', 'ends-before-it-starts')
  await refused({ actDate: dayFromNow(2) }, 'actDate', 'not-in-future')
  await refused({ actDate: '2026-02-31' }, 'actDate', 'not-a-day')
  const stranger = await person()
  await refused({ holderId: stranger.id }, 'holderId', 'not-a-member')
  const rep = organisation.representative
  await refused({ holderId: rep.id, alternateId: rep.id }, 'alternateId', 'already-fills-seat')
  expect((await showTable(ground, guest, { tableId: table.id })).seats).toEqual([])
})

test('forty appointments of one organisation at once make one seat', async () => {
  const { ground, table, asked } = await seated()
  const answers = await Promise.allSettled(
    Array.from({ length: 40 }, () => appointSeat(ground, table.chair, asked)),
  )
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  expect((await showTable(ground, guest, { tableId: table.id })).seats).toHaveLength(1)
})

test('an appointment sent again answers the first', async () => {
  const { ground, table, asked } = await seated()
  const once = { ...asked, clientId: randomUUID() }
  const answers = await Promise.all(Array.from({ length: 40 }, () => appointSeat(ground, table.chair, once)))
  expect(new Set(answers.map((answer) => answer.seatId)).size).toBe(1)
})

test('a new holder begins where the old one ends, and history keeps both', async () => {
  const { ground, table, holder, alternate, asked } = await seated()
  const { seatId } = await appointSeat(ground, table.chair, { ...asked, holderId: holder.id })
  const naming = { seatId, personId: alternate.id, actNumber: 'DD 40', actDate: today() }
  await nameHolder(ground, table.chair, { ...naming, startsOn: dayAfter(today(), 5) })
  const on = async (days: number) =>
    (await showTable(ground, guest, { tableId: table.id, on: dayAfter(today(), days) })).seats[0]?.holder
      ?.name
  expect([await on(4), await on(5)]).toEqual(['Titolare', 'Supplente'])
  const { mandates } = await listSeatHistory(ground, guest, { seatId })
  expect(mandates).toMatchObject([
    { name: 'Supplente', endsOn: asked.endsOn, isInForce: false },
    { name: 'Titolare', endsOn: dayAfter(today(), 4), endReason: 'replaced', isInForce: true },
  ])
})

test('who is replaced on the day they began is still read there, with the hour until which they sat', async () => {
  const { ground, table, holder, alternate, asked } = await seated()
  const noon = new Date(`${today()}T11:00:00Z`)
  ground.setNow(new Date(`${today()}T08:00:00Z`))
  const { seatId } = await appointSeat(ground, table.chair, {
    ...asked,
    startsOn: today(),
    holderId: holder.id,
  })
  ground.setNow(noon)
  const naming = { seatId, actNumber: 'DD 43', actDate: today(), startsOn: today() }
  await nameHolder(ground, table.chair, { ...naming, personId: alternate.id })
  expect((await showTable(ground, guest, { tableId: table.id, on: today() })).seats).toMatchObject([
    {
      holder: { name: 'Supplente' },
      before: [{ name: 'Titolare', part: 'holder', until: expect.stringMatching(/T11:00:00/) }],
    },
  ])
  for (const day of [dayAfter(today(), -1), dayAfter(today(), 1)])
    for (const seat of (await showTable(ground, guest, { tableId: table.id, on: day })).seats)
      expect(seat.before).toEqual([])
  const { mandates } = await listSeatHistory(ground, guest, { seatId })
  expect(mandates.map(({ name, isInForce }) => [name, isInForce])).toEqual([
    ['Supplente', true],
    ['Titolare', false],
  ])
  expect(Date.parse(mandates[1]?.endedAt ?? '')).toBe(noon.getTime())
  expect(await seatsVotingFor(ground.db, holder.id, table.id, noon)).toEqual([])
})

test('who is appointed anew to the seat they fill does not sit there twice', async () => {
  const { ground, table, holder, asked } = await seated()
  const { seatId } = await appointSeat(ground, table.chair, { ...asked, holderId: holder.id })
  const naming = { seatId, personId: holder.id, actNumber: 'DD 45', actDate: today(), startsOn: today() }
  await nameHolder(ground, table.chair, naming)
  expect((await showTable(ground, guest, { tableId: table.id })).seats).toMatchObject([
    { holder: { name: 'Titolare' }, before: [] },
  ])
  expect((await listSeatHistory(ground, guest, { seatId })).mandates).toHaveLength(2)
})

test('a replacement of a day to come cuts no day short', async () => {
  const { ground, table, holder, alternate, asked } = await seated()
  const { seatId } = await appointSeat(ground, table.chair, { ...asked, holderId: holder.id })
  const naming = { seatId, actNumber: 'DD 44', actDate: today(), startsOn: dayAfter(today(), 1) }
  await nameHolder(ground, table.chair, { ...naming, personId: alternate.id })
  const { mandates } = await listSeatHistory(ground, guest, { seatId })
  expect(mandates.map(({ endedAt }) => endedAt)).toEqual([null, null])
  for (const days of [0, 1]) {
    const { seats } = await showTable(ground, guest, { tableId: table.id, on: dayAfter(today(), days) })
    expect(seats).toMatchObject([{ before: [], endedAt: null }])
  }
})

test('whoever leaves the organisation, and a seat whose organisation is refused, are read on that day until the hour', async () => {
  const { world, ground, table, organisation, holder, alternate, asked } = await seated()
  await appointSeat(ground, table.chair, { ...asked, holderId: holder.id, alternateId: alternate.id })
  await leaveOrganisation(ground, alternate, { organisationId: organisation.id })
  const read = async (days: number) =>
    (await showTable(ground, guest, { tableId: table.id, on: dayAfter(today(), days) })).seats
  expect(await read(0)).toMatchObject([
    { endedAt: null, alternate: null, before: [{ name: 'Supplente', part: 'alternate' }] },
  ])
  const official = await world.person({ roles: ['coordinator'] })
  await rejectOrganisation(ground, official, {
    organisationId: organisation.id,
    reason: 'Il registro non la trova.',
  })
  expect(await read(0)).toMatchObject([
    {
      endedAt: expect.any(String),
      isEndingSoon: false,
      holder: null,
      before: [{ name: 'Supplente' }, { name: 'Titolare' }],
    },
  ])
  // The hour is of that day: the day before nobody had left.
  expect(await read(-1)).toMatchObject([
    { endedAt: null, holder: { name: 'Titolare' }, alternate: { name: 'Supplente' }, before: [] },
  ])
  expect(await read(1)).toEqual([])
})

test('the alternate who becomes holder no longer stands in for themselves', async () => {
  const { ground, table, holder, alternate, asked } = await seated()
  const { seatId } = await appointSeat(ground, table.chair, {
    ...asked,
    holderId: holder.id,
    alternateId: alternate.id,
  })
  const naming = { seatId, actNumber: 'DD 41', actDate: today(), startsOn: today() }
  await nameHolder(ground, table.chair, { ...naming, personId: alternate.id })
  const [seat] = (await showTable(ground, guest, { tableId: table.id })).seats
  expect(seat).toMatchObject({ holder: { name: 'Supplente' }, alternate: null })
  await nameAlternate(ground, table.chair, { ...naming, personId: holder.id })
  expect((await showTable(ground, guest, { tableId: table.id })).seats).toMatchObject([
    { holder: { name: 'Supplente' }, alternate: { name: 'Titolare' } },
  ])
})

test('a naming sent forty times names once; history is not rewritten', async () => {
  const { ground, table, holder, alternate, asked } = await seated()
  const { seatId } = await appointSeat(ground, table.chair, { ...asked, holderId: holder.id })
  const naming = { seatId, personId: alternate.id, actNumber: 'DD 42', actDate: today(), startsOn: today() }
  await expect(
    nameHolder(ground, table.chair, { ...naming, startsOn: dayFromNow(-3) }),
  ).rejects.toMatchObject({ fields: { startsOn: { reason: 'not-before-today' } } })
  await expect(
    nameHolder(ground, table.chair, { ...naming, startsOn: dayFromNow(400) }),
  ).rejects.toMatchObject({ fields: { startsOn: { reason: 'outside-seat-term' } } })
  await expect(nameHolder(ground, holder, naming)).rejects.toMatchObject({
    reason: 'only-for-chair-or-secretary',
  })
  await Promise.all(Array.from({ length: 40 }, () => nameHolder(ground, table.chair, naming)))
  expect((await listSeatHistory(ground, guest, { seatId })).mandates).toHaveLength(2)
})

test('an expired mandate cannot vote: to the minute of midnight in Rome, in summer and in winter', async () => {
  const { world, ground, table, organisation, holder, alternate } = await seated()
  await world.seat({
    tableId: table.id,
    organisationId: organisation.id,
    holder,
    alternate,
    startsOn: '2026-03-01',
    endsOn: '2026-07-31',
  })
  const votes = async (who: { id: string }, moment: string) =>
    (await seatsVotingFor(ground.db, who.id, table.id, new Date(moment))).map((seat) => seat.part)
  expect(await votes(holder, '2026-07-31T21:59:59Z')).toEqual(['holder'])
  expect(await votes(alternate, '2026-07-31T21:59:59Z')).toEqual(['alternate'])
  expect(await votes(holder, '2026-07-31T22:00:00Z')).toEqual([])
  expect(await votes(holder, '2026-02-28T22:59:59Z')).toEqual([])
  expect(await votes(holder, '2026-02-28T23:00:00Z')).toEqual(['holder'])
})

test('only voting seats vote, and only at their own table', async () => {
  const { world, ground, table, organisation, holder } = await seated()
  await world.seat({ tableId: table.id, organisationId: organisation.id, kind: 'observer', holder })
  const other = await world.table()
  expect(await seatsVotingFor(ground.db, holder.id, table.id, new Date())).toEqual([])
  expect(await seatsVotingFor(ground.db, holder.id, other.id, new Date())).toEqual([])
})

test('a seat that ends takes its mandates with it, with the reason; what was, stays', async () => {
  const { ground, table, holder, asked } = await seated()
  const { seatId } = await appointSeat(ground, table.chair, { ...asked, holderId: holder.id })
  const ending = { seatId, reason: 'L’organizzazione si è sciolta.' }
  for (const endsOn of [dayFromNow(-5), dayFromNow(301)])
    await expect(endSeat(ground, table.chair, { ...ending, endsOn })).rejects.toMatchObject({
      kind: 'invalid',
    })
  await expect(endSeat(ground, holder, { ...ending, endsOn: today() })).rejects.toMatchObject({
    reason: 'only-for-chair-or-secretary',
  })
  const yesterday = dayAfter(today(), -1)
  await endSeat(ground, table.chair, { ...ending, endsOn: yesterday })
  expect(await seatsVotingFor(ground.db, holder.id, table.id, new Date())).toEqual([])
  expect((await showTable(ground, guest, { tableId: table.id, on: yesterday })).seats).toHaveLength(1)
  expect(await listSeatHistory(ground, guest, { seatId })).toMatchObject({
    endReason: ending.reason,
    isInForce: false,
    endedAt: expect.any(Date),
    mandates: [{ endsOn: yesterday, endReason: 'seat-ended', endedAt: expect.any(String) }],
  })
  await expect(
    nameHolder(ground, table.chair, {
      seatId,
      personId: holder.id,
      actNumber: 'DD 50',
      actDate: today(),
      startsOn: today(),
    }),
  ).rejects.toMatchObject({ fields: { startsOn: { reason: 'outside-seat-term' } } })
})

test('who loses the seat is told out of the members-only consultation at once', async () => {
  const { world, ground, table, holder, asked } = await seated()
  const { seatId } = await appointSeat(ground, table.chair, { ...asked, holderId: holder.id })
  const { id, roomId } = await world.consultation({ visibility: 'members', table })
  await world.consultation({ visibility: 'public', table })
  await endSeat(ground, table.chair, { seatId, endsOn: dayAfter(today(), -1), reason: 'Fine anticipata' })
  expect(ground.told.map((grown) => grown.streamId)).toEqual([id, roomId])
})

test('whoever fills a seat is told for which table and organisation; of a term that is over nobody is told', async () => {
  const { world, ground, table, organisation, holder, alternate, asked } = await seated()
  const { seatId } = await appointSeat(ground, table.chair, { ...asked, holderId: holder.id })
  expect(await mailsTo(ground, holder.email)).toHaveLength(1)
  const { actNumber, actDate } = asked
  await nameAlternate(ground, table.chair, {
    seatId,
    personId: alternate.id,
    actNumber,
    actDate,
    startsOn: today(),
  })
  const [mail] = await mailsTo(ground, alternate.email)
  for (const word of ['supplente', 'Tavolo di prova', 'Casa comune', `/tables/${table.id}`])
    expect(mail?.text).toContain(word)
  const before = await world.person()
  await world.joins(before, organisation.id)
  await nameAlternate(ground, table.chair, {
    seatId,
    personId: before.id,
    actNumber,
    actDate,
    startsOn: dayFromNow(-10),
    endsOn: dayFromNow(-5),
  })
  expect(await mailsTo(ground, before.email)).toEqual([])
})
