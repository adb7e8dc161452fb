import { expect, test } from 'vitest'
import {
  keepOutbox,
  nextToSend,
  pauseBefore,
  readOutbox,
  stillWaiting,
  type OutboxStorage,
  type Pending,
} from '#app/live/outbox.ts'

function pending(clientId: string, more: Partial<Pending> = {}): Pending {
  return { clientId, text: 'ciao', language: 'it', organisationId: '', replyTo: null, ...more }
}

function aStorage(): OutboxStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
}

test('what waits survives a reload, for the same person in the same room only', () => {
  const storage = aStorage()
  keepOutbox(storage, 'room', 'ana', [pending('a'), pending('b', { seq: 4 })])
  expect(readOutbox(storage, 'room', 'ana').map(({ clientId }) => clientId)).toEqual(['a'])
  expect(readOutbox(storage, 'room', 'eva')).toEqual([])
  expect(readOutbox(storage, 'other', 'ana')).toEqual([])
  keepOutbox(storage, 'room', 'ana', [])
  expect(storage.kept.size).toBe(0)
})

test('what the storage holds is not trusted, and a full one stops nobody', () => {
  const storage = aStorage()
  storage.setItem('outbox:room:ana', '[{"clientId":1},null,"x"]')
  expect(readOutbox(storage, 'room', 'ana')).toEqual([])
  storage.setItem('outbox:room:ana', '{not json')
  expect(readOutbox(storage, 'room', 'ana')).toEqual([])
  const full = {
    ...storage,
    setItem: () => {
      throw new Error('full')
    },
  }
  expect(() => keepOutbox(full, 'room', 'ana', [pending('a')])).not.toThrow()
})

test('messages go out in order, and a refused one does not hold up the next', () => {
  const waiting = [
    pending('a', { seq: 1 }),
    pending('b', { refused: 'room-closed' }),
    pending('c'),
    pending('d'),
  ]
  expect(nextToSend(waiting)?.clientId).toBe('c')
})

test('a message stops waiting when it is seen in the room or the cursor has passed it', () => {
  const waiting = [pending('a'), pending('b', { seq: 7 }), pending('c', { seq: 9 })]
  expect(stillWaiting(waiting, ['a'], 8).map(({ clientId }) => clientId)).toEqual(['c'])
})

test('pauses grow from under half a second to eight at most', () => {
  expect(pauseBefore(0, 0)).toBe(250)
  expect(pauseBefore(0, 1)).toBe(500)
  expect(pauseBefore(20, 1)).toBe(8_000)
})
