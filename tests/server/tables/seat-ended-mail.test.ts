import { expect, test } from 'vitest'
import { endMembership, leaveOrganisation } from '#server/organisations/index.ts'
import { romeDay } from '#server/rome-day.ts'
import { appointSeat, endSeat, nameHolder } from '#server/tables/index.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aWorld, dayFromNow } from '#tests/support/world.ts'

const act = { actNumber: 'D.A. 7', actDate: '2026-01-10' }

async function seated(startsOn = dayFromNow(-30)) {
  const world = await aWorld()
  const { ground } = world
  const table = await world.table()
  const organisation = await world.organisation({ name: 'Casa comune' })
  const holder = await world.person({ name: 'Titolare' })
  await world.joins(holder, organisation.id)
  const { seatId } = await appointSeat(ground, table.chair, {
    tableId: table.id,
    organisationId: organisation.id,
    kind: 'voting',
    ...act,
    startsOn,
    holderId: holder.id,
  })
  const [given, ...endings] = await mailsTo(ground, holder.email)
  expect(given?.subject).toBe('Un posto per te su Tavolo')
  expect(endings).toEqual([])
  const told = async () => (await mailsTo(ground, holder.email)).slice(1)
  return { world, ground, table, organisation, holder, seatId, told }
}

const italian = (day: string) =>
  new Date(day).toLocaleDateString('it', { dateStyle: 'long', timeZone: 'UTC' })

test('who is replaced is told from when, for which table and organisation, and not who came', async () => {
  const { world, ground, table, organisation, seatId, told } = await seated()
  const next = await world.person({ name: 'Canarina Verde' })
  await world.joins(next, organisation.id)
  const naming = { seatId, personId: next.id, ...act, startsOn: dayFromNow(3) }
  await nameHolder(ground, table.chair, naming)
  await nameHolder(ground, table.chair, naming)
  const [mail, ...others] = await told()
  expect(others).toEqual([])
  expect(mail?.subject).toBe('Un posto che finisce su Tavolo')
  for (const word of [
    'Il tuo posto a un tavolo finisce, come titolare.',
    'Tavolo di prova',
    'Casa comune',
    `Ultimo giorno: ${italian(dayFromNow(2))}`,
    `/tables/${table.id}`,
  ])
    expect(mail?.text).toContain(word)
  expect(mail?.text).not.toContain('Canarina')
})

test('whoever is appointed anew to the seat they fill is told of the new term alone', async () => {
  const { ground, table, holder, seatId, told } = await seated()
  await nameHolder(ground, table.chair, {
    seatId,
    personId: holder.id,
    actNumber: 'D.A. 8',
    actDate: act.actDate,
    startsOn: romeDay(new Date()),
  })
  expect((await told()).map(({ subject }) => subject)).toEqual(['Un posto per te su Tavolo'])
})

test('a seat that ends is told to who fills it: over, or before it began', async () => {
  const past = await seated()
  await endSeat(past.ground, past.table.chair, {
    seatId: past.seatId,
    endsOn: dayFromNow(-1),
    reason: 'Rinuncia',
  })
  const [over] = await past.told()
  expect(over?.text).toContain('Non hai più un posto a un tavolo, come titolare.')
  expect(over?.text).toContain(`Ultimo giorno: ${italian(dayFromNow(-1))}`)

  const coming = await seated(dayFromNow(20))
  await endMembership(coming.ground, coming.organisation.representative, {
    organisationId: coming.organisation.id,
    personId: coming.holder.id,
  })
  const [never, ...others] = await coming.told()
  expect(others).toEqual([])
  expect(never?.text).toContain('Non era ancora cominciato.')
  expect(never?.text).not.toContain('Ultimo giorno')
})

test('whoever is taken out of the organisation is told that their seat went with it; whoever leaves knows', async () => {
  const removed = await seated()
  await endMembership(removed.ground, removed.organisation.representative, {
    organisationId: removed.organisation.id,
    personId: removed.holder.id,
  })
  expect((await removed.told()).map(({ subject }) => subject)).toEqual(['Un posto che finisce su Tavolo'])

  const left = await seated()
  await leaveOrganisation(left.ground, left.holder, { organisationId: left.organisation.id })
  expect(await left.told()).toEqual([])
})

test('in the language of who is told', async () => {
  for (const [language, words] of [
    ['en', 'Your seat at a table ends, as holder.'],
    ['fr', 'Votre place à une table prend fin, comme titulaire.'],
    ['ar', 'ينتهي مقعدك في طاولة، أصيلًا.'],
  ] as const) {
    const { ground, table, holder, seatId, told } = await seated()
    await ground.db.updateTable('people').set({ language }).where('id', '=', holder.id).execute()
    await endSeat(ground, table.chair, { seatId, endsOn: romeDay(new Date()), reason: 'Rinuncia' })
    const [mail] = await told()
    expect(mail?.text).toContain(words)
    // Days are in the digits that the platform writes everywhere.
    expect(mail?.text).toMatch(/\b20\d\d\b/)
  }
})
