import { afterEach, expect, test, vi } from 'vitest'
import { acceptDocument } from '#server/documents/index.ts'
import { documentFromText, documentLimits, tidyDocument } from '#server/documents/words.ts'
import { mayBeParsed } from '#server/documents/weigh.ts'
import { isRefusal } from '#server/refusal.ts'
import { bombs, nested } from './evil-documents.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

function reasonOf(asked: { text?: string; document?: string }): string {
  try {
    acceptDocument(asked)
  } catch (thrown) {
    if (isRefusal(thrown)) return thrown.reason
    throw thrown
  }
  return 'accepted'
}

test.each(bombs)('%s is refused before anything parses it', (_, document, reason) => {
  const parse = vi.spyOn(JSON, 'parse')
  expect(reasonOf({ document })).toBe(reason)
  expect(parse).not.toHaveBeenCalled()
})

test.each(bombs)('%s takes less than five milliseconds to refuse', (_, document) => {
  const took = Array.from({ length: 5 }, () => {
    const began = performance.now()
    reasonOf({ document })
    return performance.now() - began
  })
  // The quickest of five: what another process takes from this one is not ours.
  expect(Math.min(...took)).toBeLessThan(5)
})

test('brackets and quotes inside words weigh nothing', () => {
  const document = JSON.stringify({
    root: {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', text: `a${'[{"\\'.repeat(3000)}` }] }],
    },
  })
  expect(mayBeParsed(document)).toBe(true)
  expect(reasonOf({ document })).toBe('accepted')
})

test('the deepest document that may be parsed is accepted', () => {
  expect(reasonOf({ document: nested(7) })).toBe('accepted')
})

test('closing first does not buy depth', () => {
  expect(reasonOf({ document: `${']'.repeat(30_000)}${'['.repeat(30_000)}` })).not.toBe('accepted')
})

test.each([
  ['indented lists', Array.from({ length: 300 }, (_, level) => `${' '.repeat(level * 2)}- a`).join('\n')],
  ['open marks', '**a __b '.repeat(8000)],
  ['stars', '*'.repeat(65_000)],
  ['brackets', '['.repeat(65_000)],
  ['half links', '[a]('.repeat(16_000)],
  ['backslashes', '\\'.repeat(65_000)],
  ['spaces', `a${' '.repeat(64_000)}b`],
  ['hashes', `##${' '.repeat(65_000)}`],
  ['numbers', '1.'.repeat(32_000)],
  ['breaks', '\n'.repeat(65_000)],
])('a textarea full of %s is answered, and never deeper than a document may be', (_, text) => {
  const reason = reasonOf({ text })
  expect(['accepted', 'document-empty', 'document-too-long', 'document-too-many-parts']).toContain(reason)
  if (reason === 'accepted') expect(mayBeParsed(JSON.stringify(acceptDocument({ text })))).toBe(true)
})

test('lists deeper than five levels are laid flat, with every word kept', () => {
  const typed = Array.from({ length: 12 }, (_, level) => `${' '.repeat(level * 2)}- voce ${level}`).join('\n')
  const document = documentFromText(typed)
  expect(tidyDocument(document)).toEqual(document)
  expect(JSON.stringify(document).match(/"list"/gu)).toHaveLength(documentLimits.listLevels)
  expect(JSON.stringify(document).match(/voce/gu)).toHaveLength(12)
})
