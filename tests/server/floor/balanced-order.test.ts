import { expect, test } from 'vitest'
import { balancedOrder } from '#server/floor/balanced-order.ts'
import type { HandShown } from '#server/floor/contract.ts'

function queue(...hands: string[]): HandShown[] {
  return hands.map((hand) => ({
    seatId: hand.replace('!', ''),
    kind: hand.endsWith('!') ? 'point-of-order' : 'speak',
  }))
}

test('points of order stay first, then who has not spoken, then who has spoken least', () => {
  const order = balancedOrder(queue('late!', 'much', 'little', 'new', 'newer'), {
    much: 90_000,
    little: 4_000,
    late: 500_000,
  })
  expect(order).toEqual([
    { seatId: 'late', because: 'point-of-order' },
    { seatId: 'new', because: 'first-time' },
    { seatId: 'newer', because: 'first-time' },
    { seatId: 'little', because: 'spoken-least' },
    { seatId: 'much', because: 'spoken-least' },
  ])
})

test('seats that are alike stay in the order of the queue, and a turn of no time is still a turn', () => {
  const order = balancedOrder(queue('b', 'a', 'c', 'd!', 'e!'), { a: 0, b: 0 })
  expect(order.map(({ seatId }) => seatId)).toEqual(['d', 'e', 'c', 'b', 'a'])
})

test('nobody is left out, nobody is added, and the queue itself is not changed', () => {
  const hands = queue('a', 'b', 'c', 'd!')
  const before = structuredClone(hands)
  const order = balancedOrder(hands, { a: 1, z: 5 })
  expect(order.map(({ seatId }) => seatId).toSorted()).toEqual(['a', 'b', 'c', 'd'])
  expect(hands).toEqual(before)
  expect(balancedOrder([], { a: 1 })).toEqual([])
})
