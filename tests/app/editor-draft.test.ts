import { expect, test } from 'vitest'
import {
  findDraft,
  forgetDraft,
  forgetOldDrafts,
  keepDraft,
  sentDraftCookie,
  settleSentDrafts,
} from '#app/editor/draft.ts'
import type { DraftStorage } from '#app/editor/draft.ts'

const noon = Date.UTC(2026, 4, 1, 12)
const day = 24 * 60 * 60 * 1000
const fields = { title: ['Casa'], text: ['- uno\n- due'], areas: ['housing', 'work'] }

function aDevice(): DraftStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => {
      kept.set(name, value)
    },
    removeItem: (name) => {
      kept.delete(name)
    },
  }
}

test('what was typed is found again under its own form, and no other', () => {
  const device = aDevice()
  expect(keepDraft(device, 'ana-need-1', fields, noon)).toBe(true)
  expect(findDraft(device, 'ana-need-1', noon + day)).toEqual({ fields, keptAt: noon })
  expect(findDraft(device, 'ana-need-2', noon)).toBeUndefined()
  expect(findDraft(device, 'eve-need-1', noon)).toBeUndefined()
})

test('a draft of thirty days is gone, and is swept away with the others', () => {
  const device = aDevice()
  keepDraft(device, 'old', fields, noon)
  keepDraft(device, 'newer', fields, noon + day)
  device.setItem('somebody-else', 'stays')
  expect(findDraft(device, 'old', noon + 30 * day - 1)).toBeDefined()
  expect(findDraft(device, 'old', noon + 30 * day)).toBeUndefined()

  forgetOldDrafts(device, noon + 30 * day)
  expect([...device.kept.keys()]).toEqual(['draft:newer', 'somebody-else'])
})

test('a draft from a clock that ran ahead is not kept for longer', () => {
  const device = aDevice()
  keepDraft(device, 'ahead', fields, noon + 365 * day)
  expect(findDraft(device, 'ahead', noon)).toBeUndefined()
  forgetOldDrafts(device, noon)
  expect(device.kept.size).toBe(0)
})

test('a forgotten draft is nowhere on the device', () => {
  const device = aDevice()
  keepDraft(device, 'a', fields, noon)
  forgetDraft(device, 'a')
  expect(device.kept.size).toBe(0)
})

test('only what the server says arrived is forgotten, and it is said once', () => {
  const device = aDevice()
  keepDraft(device, 'ana-need-1', fields, noon)
  keepDraft(device, 'ana-need-2', fields, noon)
  expect(settleSentDrafts(device, '')).toEqual([])
  expect(settleSentDrafts(device, 'language=it; theme=1')).toEqual([])
  expect(device.kept.size).toBe(2)

  const [sent] = sentDraftCookie('ana-need-1').split(';')
  expect(settleSentDrafts(device, `language=it; ${sent}`)).toEqual([
    'sent-draft-ana-need-1=; Path=/; Max-Age=0; SameSite=Lax',
  ])
  expect([...device.kept.keys()]).toEqual(['draft:ana-need-2'])
})

test('a full device is told of, and stops nobody', () => {
  const device = aDevice()
  device.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  expect(keepDraft(device, 'a', fields, noon)).toBe(false)
})

test.each([
  '',
  'null',
  '[]',
  '{"fields":{},"keptAt":"now"}',
  '{"fields":{"a":"b"},"keptAt":1}',
  '{"keptAt":1}',
])('what stands under our name but is no draft, %j, is not read and does not stay', (kept) => {
  const device = aDevice()
  device.setItem('draft:a', kept)
  expect(findDraft(device, 'a', 2)).toBeUndefined()
  forgetOldDrafts(device, 2)
  expect(device.kept.size).toBe(0)
})
