import { expect, test } from 'vitest'
import { copyOf, noteChanges, partsBehind, takeSheet, type LoadedSheet } from '#app/live/sheet.ts'
import type { EventShown } from '#server/rooms/contract.ts'
import type { Sheet } from '#server/sheets/contract.ts'
import type { SheetPart } from '#server/sheets/words.ts'

const nothing = { agenda: null, seats: null, presence: null, check: null, decisions: null }

function loaded(seq: number): LoadedSheet {
  return {
    seq,
    at: '2026-11-22T10:00:00.000Z',
    meeting: null,
    lastClosed: null,
    parts: { ...nothing, floor: floorOf('loaded'), talk: null as never },
  }
}

/** A floor that can be told from others by whose hand is up. */
function floorOf(seatId: string) {
  return {
    turn: null,
    queue: [{ seatId, kind: 'speak' as const }],
    balanced: [],
    spoken: {},
    seatSeconds: null,
  }
}

function floorAt(seq: number, seatId: string): Sheet {
  return {
    seq,
    at: '2026-11-22T10:00:01.000Z',
    meeting: null,
    lastClosed: null,
    parts: { floor: floorOf(seatId) },
  }
}

function event(seq: number, ...parts: SheetPart[]): EventShown {
  return { seq, name: 'other', message: null, clientId: null, ...(parts.length > 0 ? { parts } : {}) }
}

test('what came with the events that changed it leaves nothing to ask for', () => {
  const noted = noteChanges(copyOf(loaded(10)), [event(11, 'floor')])
  expect(partsBehind(noted)).toEqual(['floor'])
  const copy = takeSheet(noted, floorAt(11, 'a'))
  expect(partsBehind(copy)).toEqual([])
  expect(copy.parts.floor?.queue[0]?.seatId).toBe('a')
  expect(copy.parts.presence).toBeNull()
})

test('an answer that was overtaken by a newer one changes nothing', () => {
  const newer = takeSheet(copyOf(loaded(10)), floorAt(14, 'newer'))
  const copy = takeSheet(newer, floorAt(12, 'older'))
  expect(copy.parts.floor?.queue[0]?.seatId).toBe('newer')
  expect(copy.seq).toBe(14)
})

test('a sheet from before an event leaves the part to be asked for', () => {
  const copy = takeSheet(noteChanges(copyOf(loaded(10)), [event(12, 'floor', 'presence')]), floorAt(11, 'a'))
  expect(partsBehind(copy).toSorted()).toEqual(['floor', 'presence'])
})

test('events that were here before, or change no part, leave nothing to ask for', () => {
  const copy = noteChanges(copyOf(loaded(10)), [event(9, 'floor'), event(10, 'presence'), event(11)])
  expect(partsBehind(copy)).toEqual([])
})

test('a part is asked for until something at least as new has come, however many events pass', () => {
  let copy = copyOf(loaded(1))
  for (const seq of [2, 3, 4]) copy = noteChanges(copy, [event(seq, 'floor')])
  copy = takeSheet(copy, floorAt(3, 'a'))
  expect(partsBehind(copy)).toEqual(['floor'])
  expect(partsBehind(takeSheet(copy, floorAt(4, 'b')))).toEqual([])
})
