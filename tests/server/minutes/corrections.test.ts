import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { askCorrection, settleCorrection, showCorrection, showMinutes } from '#server/minutes/index.ts'
import { closeMeeting } from '#server/meetings/index.ts'
import { listNotices } from '#server/notices/index.ts'
import { aDecidingTable } from '#tests/support/deciding.ts'
import { aCorrection, aHeldMeeting } from '#tests/support/held-meeting.ts'
import { tellOfMeeting } from '#tests/support/telling.ts'
import { aWorld, dayFromNow, guest } from '#tests/support/world.ts'

const yes = { isAccepted: 'yes' as const, reason: 'Il registro dice così.' }

test('a seat, by its holder or its alternate, says what a passage says and should say, and everybody reads both', async () => {
  const world = await aWorld()
  const held = await aHeldMeeting(world)
  const { first, second, meetingId, itemId } = held
  await askCorrection(world.ground, first.holder, aCorrection(held, first))
  await askCorrection(world.ground, second.alternate, aCorrection(held, second, { part: 'item', itemId }))
  const shown = await showMinutes(world.ground, guest, { meetingId })
  expect(shown).toMatchObject({
    state: 'correcting',
    may: { correct: false, settle: false, approveIn: null },
    content: {
      corrections: [
        {
          part: 'meeting',
          itemId: null,
          organisation: first.name,
          says: 'La riunione si è aperta alle nove.',
          shouldSay: 'La riunione si è aperta alle dieci.',
          isAccepted: null,
          reason: null,
        },
        { part: 'item', itemId, organisation: second.name },
      ],
    },
  })
  expect(await showMinutes(world.ground, first.alternate, { meetingId })).toMatchObject({
    may: { correct: true, settle: false },
    mySeats: [{ seatId: first.id, organisation: first.name }],
  })
})

test('seven days after the close, by the database’s clock, and not a second more', async () => {
  const world = await aWorld()
  const held = await aHeldMeeting(world)
  const { first, meetingId } = held
  const { correctableUntil } = await showMinutes(world.ground, guest, { meetingId })
  if (!correctableUntil) throw new Error('a closed meeting has a date until which it is corrected')
  const { closedAt } = await world.ground.db
    .selectFrom('meetings')
    .where('id', '=', meetingId)
    .select('closedAt')
    .executeTakeFirstOrThrow()
  expect(correctableUntil.getTime() - (closedAt?.getTime() ?? 0)).toBe(7 * 86_400_000)
  world.ground.setNow(new Date(correctableUntil.getTime() - 1))
  await askCorrection(world.ground, first.holder, aCorrection(held, first))
  world.ground.setNow(correctableUntil)
  await expect(askCorrection(world.ground, first.holder, aCorrection(held, first))).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'corrections-over',
  })
  world.ground.setNow(null)
  const sitting = await aDecidingTable(world)
  await expect(
    askCorrection(world.ground, sitting.first.holder, aCorrection(sitting, sitting.first)),
  ).rejects.toMatchObject({ reason: 'meeting-still-open' })
})

test('nobody without the seat, for a passage that is not there, for nothing or with nothing said', async () => {
  const world = await aWorld()
  const held = await aHeldMeeting(world)
  const elsewhere = await aHeldMeeting(world)
  const { first, second, chair } = held
  for (const who of [second.holder, chair, await world.person()])
    await expect(askCorrection(world.ground, who, aCorrection(held, first))).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'not-your-seat',
    })
  await world.ground.db
    .updateTable('mandates')
    .set({ endsOn: dayFromNow(-2) })
    .where('personId', '=', second.alternate.id)
    .execute()
  await expect(
    askCorrection(world.ground, second.alternate, aCorrection(held, second)),
  ).rejects.toMatchObject({ reason: 'not-your-seat' })
  for (const [more, field, reason] of [
    [{ part: 'item' }, 'itemId', 'not-in-list'],
    [{ part: 'item', itemId: elsewhere.itemId }, 'itemId', 'not-in-list'],
    [{ part: 'presence', itemId: held.itemId }, 'itemId', 'not-in-list'],
    [{ part: 'end' }, 'part', 'not-in-list'],
    [{ shouldSay: 'La riunione si è aperta alle nove.' }, 'shouldSay', 'changes-nothing'],
    [{ says: ' ' }, 'says', 'too-short'],
    [{ shouldSay: 'x'.repeat(1501) }, 'shouldSay', 'too-long'],
    [{ isAccepted: true }, 'isAccepted', 'unknown-field'],
  ] as const)
    await expect(
      askCorrection(world.ground, first.holder, aCorrection(held, first, more)),
    ).rejects.toMatchObject({ fields: { [field]: { reason } } })
})

test('forty times the same correction is one; the chair’s answer is given once, and keeps both wordings', async () => {
  const world = await aWorld()
  const held = await aHeldMeeting(world)
  const { first, chair, secretary, meetingId } = held
  const asked = aCorrection(held, first)
  const corrections = await Promise.all(
    Array.from({ length: 40 }, () => askCorrection(world.ground, first.holder, asked)),
  )
  const [{ correctionId } = { correctionId: '' }] = corrections
  expect(new Set(corrections.map((each) => each.correctionId)).size).toBe(1)
  for (const who of [first.holder, secretary, await world.person()])
    await expect(settleCorrection(world.ground, who, { correctionId, ...yes })).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'only-for-chair',
    })
  await expect(
    settleCorrection(world.ground, chair, { correctionId, isAccepted: 'no', reason: '' }),
  ).rejects.toMatchObject({ fields: { reason: { reason: 'too-short' } } })
  const answers = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) =>
      settleCorrection(
        world.ground,
        chair,
        index % 2 ? { correctionId, ...yes } : { correctionId, isAccepted: 'no', reason: 'Non risulta.' },
      ),
    ),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  for (const answer of answers)
    if (answer.status === 'rejected')
      expect(answer.reason).toMatchObject({ kind: 'conflict', reason: 'correction-already-settled' })
  const { content } = await showMinutes(world.ground, guest, { meetingId })
  expect(content.corrections).toMatchObject([
    { says: 'La riunione si è aperta alle nove.', shouldSay: 'La riunione si è aperta alle dieci.' },
  ])
  expect(content.corrections[0]?.isAccepted).not.toBeNull()
})

test('what a correction asks and how it was answered cannot be changed even by hand', async () => {
  const world = await aWorld()
  const held = await aHeldMeeting(world)
  const { correctionId } = await askCorrection(world.ground, held.first.holder, aCorrection(held, held.first))
  const change = (changed: object) =>
    world.ground.db.updateTable('minutesCorrections').set(changed).where('id', '=', correctionId).execute()
  await expect(change({ says: 'Altro' })).rejects.toThrow(/never changes/)
  await settleCorrection(world.ground, held.chair, { correctionId, ...yes })
  await expect(change({ isAccepted: false })).rejects.toThrow(/settled once/)
  await expect(
    world.ground.db.deleteFrom('minutesCorrections').where('id', '=', correctionId).execute(),
  ).rejects.toThrow(/append-only/)
})

test('when the meeting closes, its seats are told that the draft is there to be corrected', async () => {
  const world = await aWorld()
  const { first, chair, meetingId } = await aDecidingTable(world)
  await closeMeeting(world.ground, chair, { meetingId, running: 'close' })
  await tellOfMeeting(world.ground, meetingId)
  for (const who of [first.holder, first.alternate])
    expect((await listNotices(world.ground, who, {})).notices).toMatchObject([
      {
        text: 'La seduta è finita: leggi la bozza del verbale. Per 7 giorni i posti possono chiedere correzioni.',
        path: `/meetings/${meetingId}/minutes`,
      },
    ])
})

test('the seat is told of the answer, in words that say which it was', async () => {
  const world = await aWorld()
  const held = await aHeldMeeting(world)
  const { first, second, chair } = held
  const { correctionId } = await askCorrection(world.ground, first.holder, aCorrection(held, first))
  await settleCorrection(world.ground, chair, { correctionId, isAccepted: 'no', reason: 'Non risulta.' })
  await tellOfMeeting(world.ground, held.meetingId)
  for (const who of [first.holder, first.alternate]) {
    const { notices } = await listNotices(world.ground, who, {})
    expect(notices).toMatchObject([
      {
        text: 'La presidenza non ha accolto la tua correzione del verbale. Leggi il motivo.',
        title: { text: 'Seduta di prova' },
        path: `/corrections/${correctionId}`,
      },
    ])
  }
  expect((await listNotices(world.ground, second.holder, {})).notices).toEqual([])
})

test('the minutes of a members-only meeting are nobody else’s, and one that is still to be held has none', async () => {
  const world = await aWorld()
  const held = await aHeldMeeting(world, { visibility: 'members' })
  const { correctionId } = await askCorrection(world.ground, held.first.holder, aCorrection(held, held.first))
  const outsider = await world.person()
  const unseen = { kind: 'unseen', reason: 'minutes' }
  const called = await world.meeting({ state: 'called' })
  for (const meetingId of [held.meetingId, randomUUID(), called.id]) {
    await expect(showMinutes(world.ground, outsider, { meetingId })).rejects.toMatchObject(unseen)
    await expect(
      askCorrection(world.ground, outsider, aCorrection({ meetingId }, held.first)),
    ).rejects.toMatchObject(unseen)
  }
  for (const id of [correctionId, randomUUID()]) {
    await expect(showCorrection(world.ground, outsider, { correctionId: id })).rejects.toMatchObject(unseen)
    await expect(
      settleCorrection(world.ground, outsider, { correctionId: id, ...yes }),
    ).rejects.toMatchObject(unseen)
  }
  expect(await showCorrection(world.ground, held.second.holder, { correctionId })).toMatchObject({
    part: 'meeting',
    item: null,
    meeting: { id: held.meetingId },
  })
})
