import { expect, test } from 'vitest'
import { castVote } from '#server/ballots/index.ts'
import { aBallot, votesOf } from '#tests/support/decisions.ts'
import { aWorld } from '#tests/support/world.ts'

test('A35: a vote that is not exactly one of the choices is refused, and no spoilt row is left', async () => {
  const world = await aWorld()
  const ballot = await aBallot(world)
  const [seat] = ballot.seats
  if (!seat) throw new Error('no seat')
  const person = { ballotId: ballot.id, unit: 'person', choice: 'for' }
  const spoilt: Record<string, unknown>[] = [
    { ...person, choice: 'yes' },
    { ...person, choice: '' },
    { ...person, choice: ['for', 'against'] },
    { ...person, choice: { for: 1 } },
    { ...person, choice: -1 },
    { ...person, choice: 'FOR' },
    { ...person, weight: 2 },
    { ...person, electorId: seat.holder.id },
    { ...person, castBy: seat.holder.id },
    { ...person, seatId: seat.id },
    { ...person, unit: 'seat' },
    { ...person, unit: 'seat', seatId: [seat.id, seat.id] },
    { ...person, unit: 'association' },
    { ...person, unit: ['seat', 'person'], seatId: seat.id },
    { ...person, reason: 'x'.repeat(1001) },
    { ...person, ballotId: `${ballot.id}' or true` },
    { ballotId: ballot.id, unit: 'person' },
    {},
  ]
  for (const asked of spoilt)
    await expect(
      castVote(world.ground, seat.holder, asked as never),
      JSON.stringify(asked),
    ).rejects.toMatchObject({
      kind: 'invalid',
    })
  expect(await votesOf(world, ballot.id)).toEqual([])
  expect(world.ground.told).toEqual([])
})
